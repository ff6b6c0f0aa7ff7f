//! DROP: what a program creates and drops again is as if it had not been written.
//! Does not: drop what stands outside of the program.

use levada_sql_lang::tree::{DropKind, Name, Statement, StatementKind};

use super::Fault;

/// The statements without those that later ones drop.
pub(super) fn left<'a>(statements: &'a [Statement], faults: &mut Vec<Fault>) -> Vec<&'a Statement> {
    let mut left: Vec<&Statement> = Vec::with_capacity(statements.len());
    for statement in statements {
        let StatementKind::Drop { what, name } = &statement.kind else {
            left.push(statement);
            continue;
        };
        match left.iter().rposition(|earlier| creates(earlier, *what, name)) {
            Some(at) => drop(left.remove(at)),
            None => {
                let message = format!("there is no '{}' to drop", name.last());
                faults.push(Fault::new(name.span, message));
            }
        }
    }
    left
}

fn creates(statement: &Statement, what: DropKind, name: &Name) -> bool {
    let created = match (&statement.kind, what) {
        (StatementKind::CreateStream(created), DropKind::Stream) => &created.name,
        (StatementKind::CreatePump(created), DropKind::Pump) => &created.name,
        (StatementKind::CreateView(created), DropKind::View) => &created.name,
        (StatementKind::CreateFunction(created), DropKind::Function) => &created.name,
        _ => return false,
    };
    created.last() == name.last()
}
