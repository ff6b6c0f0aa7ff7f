"""A record processor in Python, as amazon_kclpy's users write them: journals what it is given.

Does not: run by itself; KCL's multi-language daemon starts it.
"""

import os
import sys
from pathlib import Path

# The package lies beside the jars.
sys.path.insert(0, str(Path(os.environ["LEVADA_JARS"]).parents[1]))

from amazon_kclpy import kcl
from amazon_kclpy.v3 import processor


class Processor(processor.RecordProcessorBase):
    def initialize(self, initialize_input):
        name = f"{initialize_input.shard_id}.journal"
        self.journal = (Path(os.environ["LEVADA_JOURNALS"]) / name).open("ab")

    def process_records(self, process_records_input):
        for record in process_records_input.records:
            self.journal.write(record.binary_data + b"\n")
        self.journal.flush()
        process_records_input.checkpointer.checkpoint()

    def lease_lost(self, lease_lost_input):
        self.journal.close()

    def shard_ended(self, shard_ended_input):
        self.journal.write(b"end\n")
        self.journal.close()
        shard_ended_input.checkpointer.checkpoint()

    def shutdown_requested(self, shutdown_requested_input):
        shutdown_requested_input.checkpointer.checkpoint()


kcl.KCLProcess(Processor()).run()
