//! `CreateFunction`: unpacks a package and makes it callable.
//! Does not: hold what makes a function valid (see `service`).

use std::sync::Arc;

use levada_model::lambda as model;
use levada_wire::{Caller, Operation};

use super::convert;
use crate::error::Error;
use crate::service::Functions;

pub struct CreateFunction;

impl Operation for CreateFunction {
    const NAME: &'static str = "CreateFunction";
    type Service = Functions;
    type Input = model::CreateFunctionRequest;
    type Output = model::FunctionConfiguration;
    type Error = Error;

    async fn call(
        functions: &Arc<Functions>,
        _caller: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let new = convert::new_function(functions, input)?;
        let function = functions.create(new).await?;
        Ok(convert::configuration(functions, function))
    }
}
