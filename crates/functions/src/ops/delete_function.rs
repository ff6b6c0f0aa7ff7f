//! `DeleteFunction`: removes a function and its code.
//! Does not: remove mappings to it; AWS keeps them too.

use std::sync::Arc;

use levada_model::lambda as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Functions;

pub struct DeleteFunction;

impl Operation for DeleteFunction {
    const NAME: &'static str = "DeleteFunction";
    type Service = Functions;
    type Input = model::DeleteFunctionRequest;
    type Output = model::DeleteFunctionResponse;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = convert::name(functions, input.function_name.as_deref())?;
        convert::check_qualifier(functions, &name, input.qualifier.as_deref())?;
        functions.delete(&name).await?;
        Ok(model::DeleteFunctionResponse { status_code: Some(204) })
    }
}
