use super::scope::Scope;
use super::{Checker, Template};
use crate::theme::template::shape::Shape;
use crate::theme::template::tree::{Binding, Node};

impl<'t, 'a> Checker<'t, 'a> {
    /// Checks nodes in the order they run in, every branch of them.
    pub(super) fn walk(&mut self, nodes: &'t [Node<'a>], scope: &mut Scope) {
        for node in nodes {
            self.walk_node(node, scope);
        }
    }

    fn walk_node(&mut self, node: &'t Node<'a>, scope: &mut Scope) {
        match node {
            Node::Output(expression) => drop(self.shape_of(expression, scope)),
            Node::Set { name, value, global } => {
                let shape = self.shape_of(value, scope);
                scope.assign(name.text, &shape, *global);
            }
            Node::Capture { name, filters, body, global } => {
                self.walk(body, scope);
                let shape = self.shape_of(filters, scope);
                if let Some(name) = name {
                    scope.assign(name.text, &shape, *global);
                }
            }
            Node::If { branches, otherwise } => {
                for (condition, body) in branches {
                    self.shape_of(condition, scope);
                    self.walk(body, scope);
                }
                self.walk(otherwise, scope);
            }
            Node::For { binding, source, body, otherwise } => {
                let shape = self.shape_of(source, scope);
                self.rehearse_loop(binding, &shape, body, scope);
                self.walk_loop(binding, &shape, body, scope);
                self.walk(otherwise, scope);
            }
            Node::Block { name, .. } => self.walk_block(name.text, scope),
            Node::Include(name) => {
                if let Some(template) = self.templates.get(name.text) {
                    self.walk_include(template, scope);
                }
            }
            Node::Call { call, body } => {
                self.walk(body, scope);
                self.check_call(call, true, scope);
            }
        }
    }

    /// Walks a loop's body once in silence: `set_global` at its end gives a variable what its start sees the next time.
    fn rehearse_loop(
        &mut self,
        binding: &Binding<'_>,
        shape: &Shape,
        body: &'t [Node<'a>],
        scope: &mut Scope,
    ) {
        if !self.is_rehearsal && body.iter().any(sets_globally) {
            self.is_rehearsal = true;
            self.walk_loop(binding, shape, body, scope);
            self.is_rehearsal = false;
        }
    }

    fn walk_loop(&mut self, binding: &Binding<'_>, shape: &Shape, body: &'t [Node<'a>], scope: &mut Scope) {
        scope.enter_loop();
        bind(binding, shape, scope);
        self.walk(body, scope);
        scope.leave();
    }

    /// Checks what stands under a block's name in this template and in all that it extends, also where it is replaced.
    fn walk_block(&mut self, name: &'a str, scope: &mut Scope) {
        if self.open_blocks.contains(&name) {
            return;
        }
        self.open_blocks.push(name);
        let source = self.source;
        for template in self.chain.clone() {
            if let Some(body) = template.blocks().get(name) {
                self.source = template.source;
                self.walk(body, scope);
            }
        }
        self.source = source;
        self.open_blocks.pop();
    }

    fn walk_include(&mut self, template: &'t Template<'a>, scope: &mut Scope) {
        let name = template.source.name;
        if self.including.contains(&name) {
            return;
        }
        self.reached.insert(name);
        self.including.push(name);
        let chain = std::mem::replace(&mut self.chain, vec![template]);
        let open_blocks = std::mem::take(&mut self.open_blocks);
        let source = std::mem::replace(&mut self.source, template.source);
        scope.enter_include();
        self.walk(&template.tree.nodes, scope);
        scope.leave();
        (self.chain, self.open_blocks, self.source) = (chain, open_blocks, source);
        self.including.pop();
    }
}

fn sets_globally(node: &Node<'_>) -> bool {
    match node {
        Node::Set { global, .. } => *global,
        Node::Capture { global, body, .. } => *global || body.iter().any(sets_globally),
        Node::If { branches, otherwise } => {
            branches.iter().flat_map(|(_, body)| body).chain(otherwise).any(sets_globally)
        }
        Node::For { body, otherwise, .. } => body.iter().chain(otherwise).any(sets_globally),
        Node::Call { body, .. } => body.iter().any(sets_globally),
        Node::Output(_) | Node::Block { .. } | Node::Include(_) => false,
    }
}

/// Makes the variables of a loop over a value of this shape.
pub(super) fn bind(binding: &Binding<'_>, shape: &Shape, scope: &mut Scope) {
    if let Some(key) = &binding.key {
        scope.bind(key.text, Shape::Text);
    }
    scope.bind(binding.value.text, shape.element());
}
