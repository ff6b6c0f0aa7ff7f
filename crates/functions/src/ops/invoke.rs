//! `Invoke`: runs a function now, later, or not at all.
//! Does not: hold processes (see `runtime`).

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use levada_model::Blob;
use levada_model::lambda as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Functions;

pub struct Invoke;

impl Operation for Invoke {
    const NAME: &'static str = "Invoke";
    type Service = Functions;
    type Input = model::InvocationRequest;
    type Output = model::InvocationResponse;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = convert::name(functions, input.function_name.as_deref())?;
        convert::check_qualifier(functions, &name, input.qualifier.as_deref())?;
        let payload = input.payload.unwrap_or_default().0;
        match input.invocation_type.as_deref() {
            Some("DryRun") => {
                functions.get(&name).await?;
                Ok(status(204))
            }
            Some("Event") => {
                functions.invoke_later(&name, payload).await?;
                Ok(status(202))
            }
            _ => {
                let invoked = functions.invoke_now(&name, payload).await?;
                let tail = input.log_type.as_deref() == Some("Tail");
                Ok(model::InvocationResponse {
                    function_error: invoked.function_error,
                    log_result: tail.then(|| STANDARD.encode(&invoked.log_tail)),
                    payload: Some(Blob(invoked.payload)),
                    executed_version: Some("$LATEST".to_owned()),
                    ..status(200)
                })
            }
        }
    }
}

fn status(code: i32) -> model::InvocationResponse {
    model::InvocationResponse { status_code: Some(code), ..Default::default() }
}
