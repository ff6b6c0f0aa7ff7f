//! Changes of an application: its configuration, its versions, its tags.
//! Does not: start or stop it, other than to let a running one go on with what has changed.

use std::collections::BTreeMap;

use levada_meta::Stored;
use levada_types::{Arn, StartAt};

use crate::application::{Application, Status};
use crate::code;
use crate::config::Change;
use crate::error::Error;
use crate::limits::TAG_COUNT_MAX;
use crate::reference;
use crate::run_settings::RunSettings;
use crate::runner::Wish;
use crate::service::{Analytics, Held, expect};
use crate::start;

impl Analytics {
    /// Applies all changes or none. A running application goes on with the new configuration
    /// where the old one ended; reference objects are loaded anew.
    pub async fn update(
        &self,
        name: &str,
        given: i64,
        changes: Vec<Change>,
    ) -> Result<Application, Error> {
        self.store.get(name).await?;
        let held = self.hold(name).await;
        let Stored { value: old, .. } = self.store.get(name).await?;
        if i64::try_from(old.version) != Ok(given) {
            let (name, current) = (name.to_owned(), old.version);
            return Err(Error::WrongVersion { name, current, given });
        }
        let mut new = old.clone();
        changes.into_iter().try_for_each(|change| new.apply(change))?;
        new.rolled_back = None;
        self.change(held, old, new).await
    }

    /// Makes `new` the application's next version.
    async fn change(
        &self,
        mut held: Held,
        old: Application,
        mut new: Application,
    ) -> Result<Application, Error> {
        let name = old.name.as_str();
        // One that starts and starts again because it fails can be changed as well.
        expect(&old, "updated", &[Status::Ready, Status::Running, Status::Starting])?;
        new.version = old.version + 1;
        new.updated_from = Some(old.version);
        new.updated = self.env.clock.now();
        new.check()?;
        code::check(&new)?;
        if old.status == Status::Ready {
            let current = self.store.get(name).await?.version;
            self.store.update(current, &new).await?;
            return Ok(new);
        }
        code::compile_whole(&new)?;
        code::check_rowtime(&new)?;
        let Some(running) = held.take() else { return Err(Error::Busy(name.to_owned())) };
        if let Err(running) = self.settle(running).await {
            running.wish.send_replace(Wish::Run);
            *held = Some(running);
            return Err(Error::Busy(name.to_owned()));
        }
        let outcome = self.replace(&old, new).await;
        let stored = self.store.get(name).await?.value;
        *held = Some(self.spawn(stored.clone()));
        outcome.map(|()| stored)
    }

    /// Stores a new configuration, and where it goes on, while no runner runs.
    async fn replace(&self, old: &Application, mut new: Application) -> Result<(), Error> {
        let objects = reference::load(self.seams.blobs.as_ref(), &new).await?;
        let stopped = self.store.checkpoint(&new.name).await?;
        let checkpoint = match (stopped, new.source()) {
            (Some(stopped), source) if source == old.source() => {
                start::resumed(self.seams.sink.as_ref(), &new, stopped, false).await?
            }
            (_, Some(arn)) => {
                let source = self.seams.source.as_ref();
                start::fresh(source, &new, arn, StartAt::Latest, &self.env).await?
            }
            (_, None) => {
                let reason = "a running application needs an input".to_owned();
                return Err(Error::InvalidConfiguration(reason));
            }
        };
        new.status = Status::Updating;
        let current = self.store.get(&new.name).await?.version;
        self.store.commit(current, &new, Some(&checkpoint), Some(&objects)).await
    }

    /// The configuration as it was at a version.
    pub async fn version(&self, name: &str, version: u64) -> Result<Application, Error> {
        let current = self.store.get(name).await?.value;
        if current.version == version {
            return Ok(current);
        }
        let found = self.store.version(name, version).await?;
        found.ok_or_else(|| Error::NotFoundVersion {
            name: name.to_owned(),
            version: version.to_string(),
        })
    }

    /// Up to `limit` versions after `after`, the oldest first, and whether there are more.
    pub async fn versions(
        &self,
        name: &str,
        after: u64,
        limit: usize,
    ) -> Result<(Vec<Application>, bool), Error> {
        self.store.get(name).await?;
        let mut found = self.store.versions(name, after, limit + 1).await?;
        let has_more = found.len() > limit;
        found.truncate(limit);
        Ok((found, has_more))
    }

    /// Makes the version before the current one the next version.
    pub async fn roll_back(&self, name: &str, given: i64) -> Result<Application, Error> {
        self.store.get(name).await?;
        let held = self.hold(name).await;
        let Stored { value: old, .. } = self.store.get(name).await?;
        if i64::try_from(old.version) != Ok(given) {
            let (name, current) = (name.to_owned(), old.version);
            return Err(Error::WrongVersion { name, current, given });
        }
        let before = match old.updated_from {
            Some(before) => self.store.version(name, before).await?,
            None => None,
        };
        let Some(before) = before else {
            let message = "the application has no version before this one".to_owned();
            return Err(Error::InvalidArgument(message));
        };
        let mut new = Application {
            status: old.status,
            tags: old.tags.clone(),
            created: old.created,
            last_id: old.last_id,
            rolled_back: Some((old.version, before.version)),
            ..before
        };
        for (input, now) in new.inputs.iter_mut().zip(&old.inputs) {
            input.start = now.start;
        }
        self.change(held, old, new).await
    }

    /// The application that an ARN names.
    pub async fn by_arn(&self, arn: &str) -> Result<Application, Error> {
        let parsed = Arn::parse(arn).ok();
        let own = parsed.filter(|arn| *arn == self.identity.application(arn.resource_name()));
        let own = own.ok_or_else(|| {
            Error::InvalidArgument(format!("`{arn}` is no ARN of an application of this account"))
        })?;
        self.describe(own.resource_name()).await
    }

    /// Tags that are settings take effect at the next start or update.
    pub async fn tag(&self, arn: &str, tags: BTreeMap<String, String>) -> Result<(), Error> {
        if let Some(key) = tags.keys().find(|key| key.starts_with("aws:")) {
            return Err(Error::InvalidArgument(format!("tag {key}: the prefix aws: is reserved")));
        }
        self.change_tags(arn, |kept| kept.extend(tags.clone())).await
    }

    pub async fn untag(&self, arn: &str, keys: &[String]) -> Result<(), Error> {
        self.change_tags(arn, |kept| kept.retain(|key, _| !keys.contains(key))).await
    }

    async fn change_tags(
        &self,
        arn: &str,
        change: impl Fn(&mut BTreeMap<String, String>),
    ) -> Result<(), Error> {
        let name = self.by_arn(arn).await?.name;
        self.set_status(&name, |application| {
            change(&mut application.tags);
            if application.tags.len() > TAG_COUNT_MAX {
                return Err(Error::TooManyTags(TAG_COUNT_MAX));
            }
            RunSettings::of(&application.tags).map(|_| ())
        })
        .await
    }
}
