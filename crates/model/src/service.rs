//! What the protocols must know of a service: its names, HTTP bindings and query shapes.
//! Does not: hold behaviour; the tables are generated.

/// One service's facts. Names are the model's own.
#[derive(Debug)]
pub struct ServiceModel {
    /// The generated module's name.
    pub name: &'static str,
    /// The service in a SigV4 credential scope.
    pub signing_name: &'static str,
    pub api_version: &'static str,
    /// The part of `X-Amz-Target` before the dot.
    pub target_prefix: Option<&'static str>,
    /// `1.0` or `1.1`.
    pub json_version: Option<&'static str>,
    /// With a `target_prefix` too, the service speaks the query protocol beside AWS JSON.
    pub xml_namespace: Option<&'static str>,
    /// Operations of the service that have no shapes here.
    pub unserved: &'static [&'static str],
    /// Exceptions with their codes in the query protocol, where these differ.
    pub query_errors: &'static [(&'static str, &'static str)],
    /// Sorted by name.
    pub operations: &'static [OperationModel],
}

impl ServiceModel {
    pub fn operation(&self, name: &str) -> Option<&'static OperationModel> {
        self.operations.iter().find(|operation| operation.name == name)
    }
}

#[derive(Debug)]
pub struct OperationModel {
    pub name: &'static str,
    /// False when the model has no output shape: the answer's body is empty.
    pub has_output: bool,
    pub query: Option<QueryShapes>,
    pub http: Option<Http>,
}

#[derive(Debug)]
pub struct QueryShapes {
    pub input: &'static Shape,
    pub output: &'static Shape,
}

/// How an operation of a REST service travels.
#[derive(Debug)]
pub struct Http {
    pub method: &'static str,
    /// Such as `/2015-03-31/functions/{FunctionName}`.
    pub uri: &'static str,
    /// The status of success, unless the output itself holds one.
    pub status: u16,
    /// The member that is the whole body, as raw bytes.
    pub input_payload: Option<&'static str>,
    pub input: &'static [Binding],
    pub output_payload: Option<&'static str>,
    pub output: &'static [Binding],
}

/// A member that travels outside of the body.
#[derive(Debug)]
pub struct Binding {
    pub member: &'static str,
    pub place: Place,
    /// The header's, path label's or query parameter's name.
    pub name: &'static str,
    pub shape: &'static Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Uri,
    Query,
    Header,
    Status,
}

/// The form of a value, for protocols whose text does not show it.
#[derive(Debug)]
pub enum Shape {
    Text,
    Integer,
    Double,
    Boolean,
    Blob,
    Timestamp,
    /// The name of an element, and its form.
    List(&'static str, &'static Shape),
    /// The name of a key, the name of a value, and the value's form.
    Map(&'static str, &'static str, &'static Shape),
    Structure(&'static [(&'static str, &'static Shape)]),
}
