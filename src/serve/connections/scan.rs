use super::refusal::Refusal;

/// The longest request line.
pub(super) const LONGEST_LINE: usize = 8 * 1024;

/// The longest headers, all together.
pub(super) const LONGEST_HEADERS: usize = 32 * 1024;

/// How far a head that comes in pieces has been looked at; no byte is looked at twice.
#[derive(Debug, Default)]
pub(super) struct Scan {
    seen: usize,
    /// Where the request line ends, once it has.
    line: Option<usize>,
}

impl Scan {
    /// Looks for the end of the head in what has come so far; returns its length when it is whole.
    ///
    /// Refuses what could be read in two ways as soon as it is seen:
    /// bare CR and LF, NUL, an empty first line.
    /// `input` is what it was the last time, or longer.
    pub(super) fn advance(&mut self, input: &[u8]) -> Result<Option<usize>, Refusal> {
        while let Some(&byte) = input.get(self.seen) {
            let at = self.seen;
            let follows_cr = at > 0 && input[at - 1] == b'\r';
            if byte == 0 || follows_cr != (byte == b'\n') {
                return Err(Refusal::BadRequest);
            }
            self.seen += 1;
            if byte == b'\n' {
                match self.line {
                    None if at == 1 => return Err(Refusal::BadRequest),
                    None => self.line = Some(self.seen),
                    Some(_) if input[..at - 1].ends_with(b"\r\n") => return Ok(Some(self.seen)),
                    Some(_) => {}
                }
            }
            match self.line {
                None if self.seen > LONGEST_LINE => return Err(Refusal::TargetTooLong),
                Some(line) if self.seen - line > LONGEST_HEADERS => return Err(Refusal::HeadersTooLarge),
                _ => {}
            }
        }
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &[u8], expected: Result<Option<usize>, Refusal>) {
        let shown = String::from_utf8_lossy(&input[..input.len().min(80)]);
        assert_eq!(Scan::default().advance(input), expected, "at once: {shown:?}");
        let mut scan = Scan::default();
        let by_byte =
            (1..=input.len()).map(|end| scan.advance(&input[..end])).find(|found| *found != Ok(None));
        assert_eq!(by_byte.unwrap_or(Ok(None)), expected, "byte by byte: {shown:?}");
    }

    #[test]
    fn a_head_ends_at_its_empty_line() {
        check(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", Ok(Some(27)));
        check(b"GET / HTTP/1.1\r\n\r\nmore", Ok(Some(18)));
        check(b"GET / HTTP/1.1\r\nHost: a\r\n", Ok(None));
        check(b"", Ok(None));
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused_where_it_stands() {
        for input in [
            &b"GET / HTTP/1.1\n\n"[..],
            b"GET / HTTP/1.1\r\nHost: a\n\r\n",
            b"GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
            b"GET /\r HTTP/1.1\r\n\r\n",
            b"GET /\0 HTTP/1.1\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n",
            b"\r\nGET / HTTP/1.1\r\n\r\n",
            b"\n",
        ] {
            check(input, Err(Refusal::BadRequest));
        }
    }

    #[test]
    fn long_heads_are_refused_before_they_end() {
        check(&b"a".repeat(LONGEST_LINE), Ok(None));
        check(&b"a".repeat(LONGEST_LINE + 1), Err(Refusal::TargetTooLong));
        let headers = |length: usize| [b"GET / HTTP/1.1\r\n", &*b"a".repeat(length)].concat();
        check(&headers(LONGEST_HEADERS), Ok(None));
        check(&headers(LONGEST_HEADERS + 1), Err(Refusal::HeadersTooLarge));
    }
}
