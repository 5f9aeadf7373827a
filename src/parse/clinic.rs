use super::tables::read_table;
use crate::model::{ClinicSettingsInput, DepartmentInput, LayerInput, Node, Reader, TableEntry, TableReader};

/// What `clinic.toml` says.
pub(super) struct ClinicFile {
    /// Its keys.
    pub settings: ClinicSettingsInput,
    /// Its departments.
    pub departments: Vec<TableEntry<DepartmentInput>>,
    /// Whether any fault was found in its keys.
    pub faulty: bool,
}

/// Reads `clinic.toml`.
pub(super) fn read_clinic(root: &Node, reader: &mut Reader<'_>) -> Option<ClinicFile> {
    let before = reader.found.count();
    let mut table = TableReader::open(root, reader)?;
    let (settings, departments) = (ClinicSettingsInput::read(&mut table), table.node("departments"));
    table.finish(&[]);
    let faulty = reader.found.count() > before;
    // Below the last header a key of the clinic itself would be read as the department's.
    let departments = read_table(departments, ClinicSettingsInput::FIELDS, reader);
    Some(ClinicFile { settings, departments, faulty })
}
