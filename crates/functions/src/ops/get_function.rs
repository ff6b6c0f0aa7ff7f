//! `GetFunction`: a function's configuration and where its code is kept.
//! Does not: give out the code: there is no address to download it from.

use std::sync::Arc;

use levada_model::lambda as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Functions;

pub struct GetFunction;

impl Operation for GetFunction {
    const NAME: &'static str = "GetFunction";
    type Service = Functions;
    type Input = model::GetFunctionRequest;
    type Output = model::GetFunctionResponse;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = convert::name(functions, input.function_name.as_deref())?;
        convert::check_qualifier(functions, &name, input.qualifier.as_deref())?;
        let function = functions.get(&name).await?;
        let code = model::FunctionCodeLocation {
            repository_type: Some("S3".to_owned()),
            ..Default::default()
        };
        Ok(model::GetFunctionResponse {
            configuration: Some(convert::configuration(functions, function)),
            code: Some(code),
            ..Default::default()
        })
    }
}
