//! Writes the output.
