//! The embedded warehouse: tables of Parquet files, SQL over the PostgreSQL wire, Redshift-style COPY.
