//! Tags of streams and consumers.
//! Does not: know whether a request named the resource or its ARN (see `target`).

use std::collections::BTreeMap;

use crate::error::Error;
use crate::limits::TAG_COUNT_MAX;
use crate::service::Streams;
use crate::target::Resource;

type Tags = BTreeMap<String, String>;

/// AWS names the characters twice, with one difference: `%` passes the first and not the second.
fn check_characters<'a>(
    texts: impl Iterator<Item = &'a str> + Clone,
    refused: impl Fn() -> String,
) -> Result<(), Error> {
    let legal = |c: char| c.is_alphanumeric() || c.is_whitespace() || "_./=+-%@:".contains(c);
    if !texts.clone().all(|text| text.chars().all(legal)) {
        return Err(Error::InvalidArgument(
            "Some tags contain invalid characters. Valid characters: Unicode letters, digits, \
             white space, _ . / = + - % @ :."
                .into(),
        ));
    }
    if texts.into_iter().any(|text| text.contains('%')) {
        return Err(Error::InvalidArgument(format!(
            "{} because some tags contained illegal characters. The allowed characters are \
             Unicode letters, white-spaces, '_',',','/','=','+','-','@',':'.",
            refused()
        )));
    }
    Ok(())
}

/// Refuses tags that AWS refuses, of a resource that has `before`.
pub fn check_tags(before: &Tags, more: &Tags, refused: impl Fn() -> String) -> Result<(), Error> {
    let texts = more.iter().flat_map(|(key, value)| [key.as_str(), value.as_str()]);
    check_characters(texts, &refused)?;
    let fresh = more.keys().filter(|key| !before.contains_key(*key)).count();
    if before.len() + fresh > TAG_COUNT_MAX {
        return Err(Error::InvalidArgument(format!(
            "{} because a given stream cannot have more than {TAG_COUNT_MAX} tags associated \
             with it.",
            refused()
        )));
    }
    Ok(())
}

impl Streams {
    async fn alter_tags(
        &self,
        resource: &Resource,
        change: impl FnOnce(&mut Tags) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.alter(resource.stream(), |stream| match resource {
            Resource::Stream(_) => change(&mut stream.tags),
            Resource::Consumer(key) => {
                let found = stream.consumers.iter_mut().find(|consumer| key.is(consumer));
                change(&mut found.ok_or_else(|| self.no_consumer(&key.name))?.tags)
            }
        })
        .await?;
        Ok(())
    }

    pub async fn add_tags(&self, resource: &Resource, tags: Tags) -> Result<(), Error> {
        let account = &self.identity.account;
        let refused = || {
            format!("Failed to add tags to stream {} under account {account}", resource.stream())
        };
        self.alter_tags(resource, |before| {
            check_tags(before, &tags, refused)?;
            before.extend(tags);
            Ok(())
        })
        .await
    }

    pub async fn remove_tags(&self, resource: &Resource, keys: &[String]) -> Result<(), Error> {
        let refused = || {
            let account = &self.identity.account;
            format!(
                "Failed to remove tags from stream {} under account {account}",
                resource.stream()
            )
        };
        check_characters(keys.iter().map(String::as_str), refused)?;
        self.alter_tags(resource, |tags| {
            tags.retain(|key, _| !keys.contains(key));
            Ok(())
        })
        .await
    }

    pub fn tags(&self, resource: &Resource) -> Result<Tags, Error> {
        match resource {
            Resource::Stream(name) => Ok(self.find(name)?.tags.clone()),
            Resource::Consumer(key) => Ok(self.find_consumer(key)?.1.tags),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Fixture, name};

    fn tags(pairs: &[(&str, &str)]) -> Tags {
        pairs.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect()
    }

    #[tokio::test]
    async fn tags_of_a_stream_and_of_its_consumer_are_kept_apart() {
        let fixture = Fixture::new().await;
        fixture.create("s", 1).await;
        let streams = &fixture.streams;
        streams.register_consumer(&name("s"), "c".into(), tags(&[("a", "c")])).await.unwrap();
        let stream = Resource::Stream(name("s"));
        let consumer = Resource::Consumer(streams.consumer_named(&name("s"), "c").unwrap());
        streams.add_tags(&stream, tags(&[("a", "1"), ("b", "2")])).await.unwrap();
        streams.add_tags(&stream, tags(&[("a", "3")])).await.unwrap();
        streams.remove_tags(&stream, &["b".into(), "none".into()]).await.unwrap();
        let again = fixture.reopen().await;
        assert_eq!(again.tags(&stream).unwrap(), tags(&[("a", "3")]));
        assert_eq!(again.tags(&consumer).unwrap(), tags(&[("a", "c")]));
    }

    #[tokio::test]
    async fn bad_characters_and_too_many_tags_are_refused_in_the_services_words() {
        let fixture = Fixture::new().await;
        fixture.create("s", 1).await;
        let stream = Resource::Stream(name("s"));
        let add = |more: Tags| fixture.streams.add_tags(&stream, more);
        let refused = add(tags(&[("a;", "1")])).await.unwrap_err().to_string();
        assert!(refused.starts_with("Some tags contain invalid characters."), "{refused}");
        let refused = add(tags(&[("a%", "1")])).await.unwrap_err().to_string();
        assert!(refused.starts_with("Failed to add tags to stream s under account"), "{refused}");
        let many: Tags = (0..50).map(|n| (format!("k{n}"), "é ü".to_owned())).collect();
        add(many.clone()).await.unwrap();
        add(many).await.unwrap();
        let refused = add(tags(&[("one more", "")])).await.unwrap_err().to_string();
        assert!(refused.ends_with("more than 50 tags associated with it."), "{refused}");
    }
}
