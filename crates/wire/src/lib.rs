//! AWS protocols: JSON 1.0/1.1, CBOR, query/XML, REST-JSON, SigV4, and the Operation trait every service implements.
