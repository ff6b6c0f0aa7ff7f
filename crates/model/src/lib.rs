//! AWS request and response shapes with their constraints, generated from the public service models.
