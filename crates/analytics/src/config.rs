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
    pub service_role: String,
    pub inputs: Vec<NewInput>,
    pub outputs: Vec<NewOutput>,
    pub references: Vec<NewReference>,
    /// Log stream and role.
    pub log_options: Vec<(String, String)>,
    pub tags: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
pub struct NewInput {
    pub name_prefix: String,
    pub source: Resource,
    pub schema: SourceSchema,
    pub parallelism: u32,
    pub processor: Option<Resource>,
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
    /// Log stream and role.
    AddLogOption(String, String),
    DeleteOutput(String),
    DeleteReference(String),
    DeleteLogOption(String),
    ServiceRole(String),
    /// `None` takes the function away.
    Processor {
        input: String,
        function: Option<Resource>,
    },
    LogOption {
        id: String,
        stream: Option<String>,
        role: Option<String>,
    },
    Input {
        id: String,
        update: InputUpdate,
    },
    Output {
        id: String,
        update: OutputUpdate,
    },
    Reference {
        id: String,
        update: ReferenceUpdate,
    },
}

/// `None` keeps what is there.
#[derive(Clone, Debug, Default)]
pub struct InputUpdate {
    pub name_prefix: Option<String>,
    pub source: Option<ResourceUpdate>,
    pub format: Option<crate::schema::RecordFormat>,
    pub columns: Option<Vec<crate::schema::SchemaColumn>>,
    pub parallelism: Option<u32>,
    pub processor: Option<ResourceUpdate>,
}

/// `None` keeps what is there.
#[derive(Clone, Debug, Default)]
pub struct ResourceUpdate {
    pub arn: Option<Arn>,
    pub role: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub struct OutputUpdate {
    pub name: Option<String>,
    pub target: Option<ResourceUpdate>,
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
            service_role: self.service_role,
            updated_from: None,
            rolled_back: None,
        };
        for input in self.inputs {
            application.apply(Change::AddInput(input))?;
        }
        for output in self.outputs {
            application.apply(Change::AddOutput(output))?;
        }
        for reference in self.references {
            application.apply(Change::AddReference(reference))?;
        }
        for (stream, role) in self.log_options {
            application.apply(Change::AddLogOption(stream, role))?;
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

fn update_resource(resource: &mut Resource, update: Option<ResourceUpdate>) {
    let update = update.unwrap_or_default();
    set(&mut resource.arn, update.arn);
    set(&mut resource.role, update.role);
}

fn remove<T>(
    things: &mut Vec<T>,
    is_it: impl Fn(&T) -> bool,
    what: &str,
    id: &str,
) -> Result<(), Error> {
    let before = things.len();
    things.retain(|thing| !is_it(thing));
    if things.len() == before { Err(unknown(what, id)) } else { Ok(()) }
}

fn unknown(what: &str, id: &str) -> Error {
    Error::InvalidArgument(format!("the application has no {what} with id {id}"))
}

impl Application {
    pub fn apply(&mut self, change: Change) -> Result<(), Error> {
        match change {
            Change::Code(code) => self.code = code,
            Change::AddInput(input) => {
                let NewInput { name_prefix, source, schema, parallelism, processor } = input;
                let (id, start) = (self.next_id(), None);
                let input =
                    Input { id, name_prefix, source, schema, start, parallelism, processor };
                self.inputs.push(input);
            }
            Change::AddOutput(NewOutput { name, target, format }) => {
                let id = self.next_id();
                self.outputs.push(Output { id, name, target, format });
            }
            Change::AddReference(NewReference { table, bucket, key, role, schema }) => {
                let id = self.next_id();
                self.references.push(Reference { id, table, bucket, key, role, schema });
            }
            Change::AddLogOption(stream, role) => {
                let id = self.next_id();
                self.log_options.push(LogOption { id, stream, role });
            }
            Change::DeleteOutput(id) => remove(&mut self.outputs, |o| o.id == id, "output", &id)?,
            Change::DeleteReference(id) => {
                remove(&mut self.references, |r| r.id == id, "reference data source", &id)?;
            }
            Change::DeleteLogOption(id) => {
                remove(&mut self.log_options, |o| o.id == id, "CloudWatch logging option", &id)?;
            }
            Change::ServiceRole(role) => self.service_role = role,
            Change::Processor { input, function } => {
                let found = self.inputs.iter_mut().find(|other| other.id == input);
                found.ok_or_else(|| unknown("input", &input))?.processor = function;
            }
            Change::LogOption { id, stream, role } => {
                let found = self.log_options.iter_mut().find(|option| option.id == id);
                let option = found.ok_or_else(|| unknown("CloudWatch logging option", &id))?;
                set(&mut option.stream, stream);
                set(&mut option.role, role);
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
        update_resource(&mut input.source, update.source);
        set(&mut input.schema.format, update.format);
        set(&mut input.schema.columns, update.columns);
        set(&mut input.parallelism, update.parallelism);
        if let Some(change) = update.processor {
            match &mut input.processor {
                Some(processor) => update_resource(processor, Some(change)),
                None => {
                    let message = format!("input {id} has no processing configuration to update");
                    return Err(Error::InvalidArgument(message));
                }
            }
        }
        input.schema.check()
    }

    fn update_output(&mut self, id: &str, update: OutputUpdate) -> Result<(), Error> {
        let found = self.outputs.iter_mut().find(|output| output.id == id);
        let output = found.ok_or_else(|| unknown("output", id))?;
        set(&mut output.name, update.name);
        update_resource(&mut output.target, update.target);
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
