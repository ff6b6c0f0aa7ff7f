//! Delivery by e-mail over SMTP.
//! Does not: queue mail; the SMTP server's answer is the delivery.

use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use levada_env::Env;

use super::Outcome;
use crate::error::Error;
use crate::limits;
use crate::service::SmtpConfig;

pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
    env: Env,
}

impl Mailer {
    /// Connects to nothing yet. The URL may hold a password and is in no error.
    pub fn new(config: &SmtpConfig, env: Env) -> Result<Self, Error> {
        let from = config.from.parse().map_err(|e| {
            Error::invalid(format!("`{}` is not a sender's e-mail address: {e}", config.from))
        })?;
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.url)
            .map_err(|_| {
                Error::invalid("SMTP URL: expected smtp://host:port or smtps://user:password@host")
            })?
            .timeout(Some(limits::SMTP_TIMEOUT))
            .build();
        Ok(Self { transport, from, env })
    }

    pub async fn send(
        &self,
        from_name: Option<String>,
        to: &str,
        id: &str,
        subject: &str,
        text: String,
    ) -> Outcome {
        let Ok(to) = to.parse::<Address>() else {
            return Outcome::Rejected("the endpoint is not an e-mail address".into());
        };
        let now = u64::try_from(self.env.machine_clock.now().as_millis()).unwrap_or(0);
        let mail = Message::builder()
            .from(Mailbox::new(from_name, self.from.clone()))
            .to(Mailbox::new(None, to))
            .subject(subject)
            .date(UNIX_EPOCH + Duration::from_millis(now))
            .message_id(Some(format!("<{id}@{}>", self.from.domain())))
            .header(ContentType::TEXT_PLAIN)
            .body(text);
        let mail = match mail {
            Ok(mail) => mail,
            Err(error) => return Outcome::Rejected(error.to_string()),
        };
        let limit = limits::SMTP_TIMEOUT;
        tokio::select! {
            sent = self.transport.send(mail) => match sent {
                Ok(_) => Outcome::Delivered,
                Err(error) if error.is_permanent() => Outcome::Rejected(error.to_string()),
                Err(error) => Outcome::Retry(error.to_string()),
            },
            () = self.env.machine_clock.sleep(limit) => {
                Outcome::Retry(format!("no answer from the SMTP server in {limit:?}"))
            }
        }
    }
}
