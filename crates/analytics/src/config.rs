//! Changes of an application's configuration, as the API's requests name them.
//! Does not: store them, or run anything.

use levada_types::{Arn, Timestamp};

use crate::application::{
    Application, Input, LogOption, Output, OutputFormat, Reference, Resource, Status,
};
use crate::error::Error;
use crate::schema::SourceSchema;

/// A new application, before it has a version and ids.
#[derive(Clone, Debug, Default)]
pub struct NewApplication {
    pub name: String,
    pub description: String,
    pub code: String,
    pub inputs: Vec<NewInput>,
    pub outputs: Vec<NewOutput>,
    /// Log stream and role.
    pub log_options: Vec<(String, String)>,
    pub tags: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
pub struct NewInput {
    pub name_prefix: String,
    pub source: Resource,
    pub schema: SourceSchema,
}

#[derive(Clone, Debug)]
pub struct NewOutput {
    pub name: String,
    pub target: Resource,
    pub format: OutputFormat,
}

#[derive(Clone, Debug)]
pub struct NewReference {
    pub table: String,
    pub bucket: String,
    pub key: String,
    pub role: String,
    pub schema: SourceSchema,
}

/// One change; a request may hold several.
#[derive(Clone, Debug)]
pub enum Change {
    Code(String),
    AddInput(NewInput),
    AddOutput(NewOutput),
    AddReference(NewReference),
    Input { id: String, update: InputUpdate },
    Output { id: String, update: OutputUpdate },
    Reference { id: String, update: ReferenceUpdate },
}

/// `None` keeps what is there.
#[derive(Clone, Debug, Default)]
pub struct InputUpdate {
    pub name_prefix: Option<String>,
    pub source: Option<Resource>,
    pub format: Option<crate::schema::RecordFormat>,
    pub columns: Option<Vec<crate::schema::SchemaColumn>>,
}

#[derive(Clone, Debug, Default)]
pub struct OutputUpdate {
    pub name: Option<String>,
    pub target: Option<Resource>,
    pub format: Option<OutputFormat>,
}

#[derive(Clone, Debug, Default)]
pub struct ReferenceUpdate {
    pub table: Option<String>,
    pub bucket: Option<String>,
    pub key: Option<String>,
    pub role: Option<String>,
    pub schema: Option<SourceSchema>,
}

impl NewApplication {
    pub fn build(self, now: Timestamp) -> Result<Application, Error> {
        let created = Timestamp(now.as_secs() * 1000);
        let mut application = Application {
            name: self.name,
            description: self.description,
            code: self.code,
            version: 1,
            created,
            updated: created,
            status: Status::Ready,
            inputs: Vec::new(),
            outputs: Vec::new(),
            references: Vec::new(),
            log_options: Vec::new(),
            tags: self.tags.into_iter().collect(),
            last_id: 0,
        };
        for input in self.inputs {
            application.apply(Change::AddInput(input))?;
        }
        for output in self.outputs {
            application.apply(Change::AddOutput(output))?;
        }
        for (stream, role) in self.log_options {
            let id = application.next_id();
            application.log_options.push(LogOption { id, stream, role });
        }
        application.check()?;
        Ok(application)
    }
}

fn set<T>(place: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *place = new;
    }
}

fn unknown(what: &str, id: &str) -> Error {
    Error::InvalidArgument(format!("the application has no {what} with id {id}"))
}

impl Application {
    pub fn apply(&mut self, change: Change) -> Result<(), Error> {
        match change {
            Change::Code(code) => self.code = code,
            Change::AddInput(NewInput { name_prefix, source, schema }) => {
                let id = self.next_id();
                self.inputs.push(Input { id, name_prefix, source, schema, start: None });
            }
            Change::AddOutput(NewOutput { name, target, format }) => {
                let id = self.next_id();
                self.outputs.push(Output { id, name, target, format });
            }
            Change::AddReference(NewReference { table, bucket, key, role, schema }) => {
                let id = self.next_id();
                self.references.push(Reference { id, table, bucket, key, role, schema });
            }
            Change::Input { id, update } => self.update_input(&id, update)?,
            Change::Output { id, update } => self.update_output(&id, update)?,
            Change::Reference { id, update } => self.update_reference(&id, update)?,
        }
        Ok(())
    }

    fn update_input(&mut self, id: &str, update: InputUpdate) -> Result<(), Error> {
        let found = self.inputs.iter_mut().find(|input| input.id == id);
        let input = found.ok_or_else(|| unknown("input", id))?;
        set(&mut input.name_prefix, update.name_prefix);
        set(&mut input.source, update.source);
        set(&mut input.schema.format, update.format);
        set(&mut input.schema.columns, update.columns);
        input.schema.check()
    }

    fn update_output(&mut self, id: &str, update: OutputUpdate) -> Result<(), Error> {
        let found = self.outputs.iter_mut().find(|output| output.id == id);
        let output = found.ok_or_else(|| unknown("output", id))?;
        set(&mut output.name, update.name);
        set(&mut output.target, update.target);
        set(&mut output.format, update.format);
        Ok(())
    }

    fn update_reference(&mut self, id: &str, update: ReferenceUpdate) -> Result<(), Error> {
        let found = self.references.iter_mut().find(|reference| reference.id == id);
        let reference = found.ok_or_else(|| unknown("reference data source", id))?;
        set(&mut reference.table, update.table);
        set(&mut reference.bucket, update.bucket);
        set(&mut reference.key, update.key);
        set(&mut reference.role, update.role);
        set(&mut reference.schema, update.schema);
        reference.schema.check()
    }

    /// The source of the one input.
    pub fn source(&self) -> Option<&Arn> {
        self.inputs.first().map(|input| &input.source.arn)
    }
}
