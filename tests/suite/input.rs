//! What people, editors and strangers may put into the folder: any bytes, any nesting, any line ends, any kind of file.

mod bytes;
mod disk;
mod hostile;
mod nesting;
mod page;
