/// A path as it stands in a command that is suggested: in quotes if a shell would take it apart.
pub(super) fn quoted(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || r"/\._-:".contains(letter);
    if !path.is_empty() && path.chars().all(is_plain) {
        path.to_owned()
    } else if cfg!(windows) || !path.contains(['"', '$', '`', '\\', '!']) {
        format!("\"{path}\"")
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn only_a_path_that_a_shell_would_take_apart_is_quoted() {
        assert_eq!(quoted("sites/blåbær-1.0"), "sites/blåbær-1.0");
        assert_eq!(quoted("C:/Users/kari"), "C:/Users/kari");
        assert_eq!(quoted("mine sider"), "\"mine sider\"");
        assert_eq!(quoted("a&b"), "\"a&b\"");
    }

    #[cfg(not(windows))]
    #[test]
    fn what_a_shell_reads_in_double_quotes_too_stands_in_single_ones() {
        assert_eq!(quoted("$HOME's"), r"'$HOME'\''s'");
    }
}
