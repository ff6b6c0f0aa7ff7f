resource "aws_kinesis_stream" "passages" {
  name = "passages"
}

resource "aws_kinesis_analytics_application" "tolls" {
  name = "tolls"
  code = <<-EOT
    CREATE STREAM T (A INTEGER);
  EOT

  inputs {
    name_prefix = "SOURCE_SQL_STREAM"
    kinesis_stream {
      resource_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/passages"
      role_arn     = "arn:aws:iam::111122223333:role/r"
    }
    parallelism { count = 1 }
    schema {
      record_columns {
        mapping  = "$.a"
        name     = "A"
        sql_type = "INTEGER"
      }
      record_encoding = "UTF-8"
      record_format {
        mapping_parameters {
          json { record_row_path = "$" }
        }
      }
    }
  }

  outputs {
    name = "T"
    schema { record_format_type = "JSON" }
    kinesis_stream {
      resource_arn = aws_kinesis_stream.passages.arn
      role_arn     = "arn:aws:iam::111122223333:role/r"
    }
  }
}
