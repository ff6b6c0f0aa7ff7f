//! Claims about the language that need files: the corpus, and what becomes of it when damaged.
//! Does not: test single productions (see `parser::tests`).

mod corpus;
mod damage;
