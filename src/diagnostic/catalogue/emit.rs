//! Messages.

messages! {}
