//! `GetFunctionConfiguration`: a function's configuration.
//! Does not: know versions; there is one.

use std::sync::Arc;

use levada_model::lambda as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Functions;

pub struct GetFunctionConfiguration;

impl Operation for GetFunctionConfiguration {
    const NAME: &'static str = "GetFunctionConfiguration";
    type Service = Functions;
    type Input = model::GetFunctionConfigurationRequest;
    type Output = model::FunctionConfiguration;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = convert::name(functions, input.function_name.as_deref())?;
        convert::check_qualifier(functions, &name, input.qualifier.as_deref())?;
        let function = functions.get(&name).await?;
        Ok(convert::configuration(functions, function))
    }
}
