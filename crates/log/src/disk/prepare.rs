//! Appends made ready for the disk before any lock is taken: sealed where their shard has a key.
//! Does not: give them an index or a time; see `intake`.

use levada_types::ShardUid;

use super::format::compress::{self, Codec};
use super::format::entry::NewEntry;
use super::format::run::{self, Payloads, Sealed};
use super::options::Options;
use crate::{AppendBatch, AppendError, PayloadSeal, Producer, SealError, ShardAppend};

/// An [`AppendBatch`] whose payloads are as they will be stored.
pub(crate) struct Prepared {
    pub(crate) producer: Option<Producer>,
    pub(crate) appends: Vec<PreparedAppend>,
}

/// One shard's part.
pub(crate) struct PreparedAppend {
    pub(crate) shard: ShardUid,
    pub(crate) runs: Runs,
}

/// Payloads of one shard; nothing is allocated for the usual case.
pub(crate) enum Runs {
    One(Payloads),
    /// They follow each other.
    Sealed(Vec<Payloads>),
}

impl PreparedAppend {
    fn plain(append: ShardAppend) -> Self {
        Self { shard: append.shard, runs: Runs::One(Payloads::Plain(append.payloads)) }
    }

    fn sealed(append: ShardAppend, how: &Sealer<'_>) -> Result<Self, SealError> {
        let shard = append.shard;
        let Some(key) = how.seal.key_of(shard) else { return Ok(Self::plain(append)) };
        let mut runs = Vec::new();
        let mut rest = append.payloads.as_slice();
        while !rest.is_empty() {
            // Sealed bytes are opened whole, so a piece is about a block.
            let mut bytes = 0;
            let fits = rest.iter().take_while(|payload| {
                bytes += 4 + payload.len();
                bytes <= how.piece_bytes
            });
            let (piece, later) = rest.split_at(fits.count().max(1));
            rest = later;
            let body = run::encode_body(piece);
            let plain_len = body.len() as u32;
            let compressed = how.compress.then(|| compress::compress(&body)).flatten();
            let codec = if compressed.is_some() { Codec::Zstd } else { Codec::AsIs };
            let bytes = how.seal.seal(shard, key, compressed.as_ref().unwrap_or(&body))?;
            let sealed = Sealed { key, codec, plain_len };
            runs.push(Payloads::Sealed { count: piece.len() as u32, sealed, bytes });
        }
        Ok(Self { shard, runs: Runs::Sealed(runs) })
    }

    /// The runs to store, none of them empty.
    pub(crate) fn runs(&self) -> &[Payloads] {
        match &self.runs {
            Runs::One(run) if run.count() == 0 => &[],
            Runs::One(run) => std::slice::from_ref(run),
            Runs::Sealed(runs) => runs,
        }
    }

    /// The entries that store the runs from index `first` on.
    pub(crate) fn into_entries(
        self,
        mut first: u64,
        arrived_ms: i64,
    ) -> impl Iterator<Item = NewEntry> {
        let shard = self.shard;
        let (one, sealed) = match self.runs {
            Runs::One(run) => (Some(run).filter(|run| run.count() > 0), Vec::new()),
            Runs::Sealed(runs) => (None, runs),
        };
        one.into_iter().chain(sealed).map(move |payloads| {
            let entry_first = first;
            first += u64::from(payloads.count());
            NewEntry::Data { shard, first: entry_first, arrived_ms, payloads }
        })
    }

    /// Records in all runs.
    pub(crate) fn count(&self) -> u64 {
        self.runs().iter().map(|run| u64::from(run.count())).sum()
    }
}

struct Sealer<'a> {
    seal: &'a dyn PayloadSeal,
    piece_bytes: usize,
    compress: bool,
}

impl Prepared {
    pub(crate) fn new(batch: AppendBatch, options: &Options) -> Result<Self, AppendError> {
        let Some(seal) = &options.seal else { return Ok(batch.into()) };
        let how =
            Sealer { seal: &**seal, piece_bytes: options.block_bytes, compress: options.compress };
        let sealed = |append: ShardAppend| {
            let shard = append.shard;
            PreparedAppend::sealed(append, &how)
                .map_err(|reason| AppendError::NotSealed { shard, reason })
        };
        let appends = batch.appends.into_iter().map(sealed).collect::<Result<_, _>>()?;
        Ok(Self { producer: batch.producer, appends })
    }
}

impl From<AppendBatch> for Prepared {
    fn from(batch: AppendBatch) -> Self {
        let appends = batch.appends.into_iter().map(PreparedAppend::plain).collect();
        Self { producer: batch.producer, appends }
    }
}
