use super::names::Mentioned;
use super::scope::Scope;
use super::template::Template;
use super::{Checked, Checker, NotRead};
use crate::theme::template::lexer::WordKind;
use crate::theme::template::shape::Shape;

impl<'t, 'a> Checker<'t, 'a> {
    /// Goes through the template up to and with the first word of a tag that is one of `ends`, and returns
    /// it; without `ends`, to the end.
    pub(super) fn content<'e>(&mut self, ends: &[&'e str], scope: &mut Scope) -> Checked<&'e str> {
        self.deeper(|checker| {
            while !checker.is_at_end() {
                if checker.next()?.kind == WordKind::OutputStart {
                    checker.expression(scope)?;
                } else {
                    if let Some(end) = ends.iter().copied().find(|end| checker.accept(end)) {
                        return Ok(end);
                    }
                    checker.tag(scope)?;
                }
                checker.expect_end()?;
            }
            if ends.is_empty() { Ok("") } else { Err(checker.not_read()) }
        })
    }

    /// Goes through what follows a tag's opening, with the first word of the tag that closes it.
    fn body<'e>(&mut self, ends: &[&'e str], scope: &mut Scope) -> Checked<&'e str> {
        self.expect_end()?;
        self.content(ends, scope)
    }

    fn tag(&mut self, scope: &mut Scope) -> Checked<()> {
        let keyword = self.name()?;
        match keyword.text {
            "set" => self.set(false, scope),
            "set_global" => self.set(true, scope),
            "if" => {
                self.expression(scope)?;
                self.branches(scope)
            }
            "for" => self.each(scope),
            "filter" => {
                self.filters(scope)?;
                self.body(&["endfilter"], scope).map(drop)
            }
            "block" => self.block(scope),
            "include" => self.include(scope),
            "extends" => {
                let name = self.quoted()?;
                self.mention(Mentioned::Template, &name);
                Ok(())
            }
            "break" | "continue" => Ok(()),
            _ => Err(NotRead(keyword.range.start)),
        }
    }

    fn set(&mut self, global: bool, scope: &mut Scope) -> Checked<()> {
        let name = self.name()?;
        let shape = if self.accept("=") {
            self.expression(scope)?.shape
        } else {
            let shape = if self.accept("|") { self.filters(scope)? } else { Shape::Text };
            self.body(&["endset"], scope)?;
            shape
        };
        self.sets_globally |= global;
        scope.assign(name.text, &shape, global);
        Ok(())
    }

    /// What follows a condition.
    fn branches(&mut self, scope: &mut Scope) -> Checked<()> {
        loop {
            match self.body(&["elif", "else", "endif"], scope)? {
                "elif" => drop(self.expression(scope)?),
                "else" => {}
                _ => return Ok(()),
            }
        }
    }

    fn each(&mut self, scope: &mut Scope) -> Checked<()> {
        let first = self.name()?.text;
        let (key, value) = if self.accept(",") { (Some(first), self.name()?.text) } else { (None, first) };
        self.expect("in")?;
        let shape = self.expression(scope)?.shape;
        let round = |checker: &mut Self, scope: &mut Scope| {
            scope.enter(true);
            if let Some(key) = key {
                scope.bind(key, Shape::Text);
            }
            scope.bind(value, shape.element());
            let end = checker.body(&["else", "endfor"], scope);
            scope.leave_to(scope.depth() - 1);
            end
        };
        let (start, found) = (self.at, self.found.clone());
        let outside = std::mem::replace(&mut self.sets_globally, false);
        let mut end = round(self, scope);
        if self.sets_globally {
            // What is set at the end of a round is there at the start of the next:
            // the first tells of it, the second counts.
            (self.at, self.found) = (start, found);
            end = round(self, scope);
        }
        self.sets_globally |= outside;
        if end? == "else" { self.body(&["endfor"], scope).map(drop) } else { Ok(()) }
    }

    /// Checks what stands under a block's name here and in all templates of the chain,
    /// also if it is replaced.
    fn block(&mut self, scope: &mut Scope) -> Checked<()> {
        let name = self.name()?.text;
        let is_open = self.open_blocks.contains(&name);
        self.open_blocks.push(name);
        self.seen_blocks.insert((self.template.source.name, name));
        let own = self.template.source.name;
        for template in self.chain.clone().into_iter().filter(|other| !is_open && other.source.name != own) {
            if let Some(body) = template.blocks.get(name) {
                self.seen_blocks.insert((template.source.name, name));
                self.visit(template, *body, &["endblock"], scope);
            }
        }
        self.body(&["endblock"], scope)?;
        self.accept(name);
        self.open_blocks.pop();
        Ok(())
    }

    fn include(&mut self, scope: &mut Scope) -> Checked<()> {
        let name = self.quoted()?;
        self.mention(Mentioned::Template, &name);
        if let Some(template) = self.templates.get(name.text).filter(|_| !self.including.contains(&name.text))
        {
            self.visit_include(template, scope);
        }
        Ok(())
    }

    fn visit_include(&mut self, template: &'t Template<'a>, scope: &mut Scope) {
        self.reached.insert(template.source.name);
        self.including.push(template.source.name);
        let chain = std::mem::replace(&mut self.chain, vec![template]);
        let open_blocks = std::mem::take(&mut self.open_blocks);
        scope.enter(false);
        self.visit(template, 0, &[], scope);
        scope.leave_to(scope.depth() - 1);
        (self.chain, self.open_blocks) = (chain, open_blocks);
        self.including.pop();
    }
}
