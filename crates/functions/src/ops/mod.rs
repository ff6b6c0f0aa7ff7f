//! The operations of the Lambda API that are served, in one sorted list.
//! Does not: hold logic; each operation converts, calls the service, converts.

mod convert;
mod create_event_source_mapping;
mod create_function;
mod delete_event_source_mapping;
mod delete_function;
mod get_event_source_mapping;
mod get_function;
mod get_function_configuration;
mod invoke;
mod list_event_source_mappings;
mod list_functions;

use std::sync::Arc;

use levada_wire::{Erased, ErasedOperation, Protocol, ServiceApi};

use crate::service::Functions;

/// The Lambda API over `service`.
pub fn api(service: &Arc<Functions>) -> ServiceApi {
    ServiceApi::new("lambda", Protocol::RestJson, service, operations())
}

fn operations() -> Vec<Box<dyn ErasedOperation<Functions>>> {
    vec![
        Erased::<create_event_source_mapping::CreateEventSourceMapping>::new(),
        Erased::<create_function::CreateFunction>::new(),
        Erased::<delete_event_source_mapping::DeleteEventSourceMapping>::new(),
        Erased::<delete_function::DeleteFunction>::new(),
        Erased::<get_event_source_mapping::GetEventSourceMapping>::new(),
        Erased::<get_function::GetFunction>::new(),
        Erased::<get_function_configuration::GetFunctionConfiguration>::new(),
        Erased::<invoke::Invoke>::new(),
        Erased::<list_event_source_mappings::ListEventSourceMappings>::new(),
        Erased::<list_functions::ListFunctions>::new(),
    ]
}
