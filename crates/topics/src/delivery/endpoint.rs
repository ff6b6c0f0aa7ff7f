//! Delivery by HTTP POST, with the headers of SNS.
//! Does not: follow redirects; SNS does not either.

use levada_env::Env;
use reqwest::StatusCode;

use super::Outcome;
use crate::limits;

/// What is posted.
pub struct Post<'a> {
    pub kind: &'static str,
    pub message_id: &'a str,
    pub topic_arn: String,
    pub subscription_arn: Option<String>,
    pub raw: bool,
    pub body: String,
}

pub struct Poster {
    client: reqwest::Client,
    env: Env,
}

impl Poster {
    pub fn new(env: Env) -> Self {
        // A second call in one process finds the provider installed, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .user_agent("Levada Simple Notification Agent")
            .tcp_nodelay(true)
            .build()
            .expect("a client without files to read can always be built");
        Self { client, env }
    }

    pub async fn post(&self, url: &str, post: Post<'_>) -> Outcome {
        let mut request = self
            .client
            .post(url)
            .header("Content-Type", "text/plain; charset=UTF-8")
            .header("x-amz-sns-message-type", post.kind)
            .header("x-amz-sns-message-id", post.message_id)
            .header("x-amz-sns-topic-arn", post.topic_arn);
        if let Some(arn) = post.subscription_arn {
            request = request.header("x-amz-sns-subscription-arn", arn);
        }
        if post.raw {
            request = request.header("x-amz-sns-rawdelivery", "true");
        }
        let limit = limits::HTTP_TIMEOUT;
        tokio::select! {
            answer = request.body(post.body).send() => match answer {
                Ok(answer) => judge(answer.status()),
                Err(error) => Outcome::Retry(error.without_url().to_string()),
            },
            () = self.env.machine_clock.sleep(limit) => {
                Outcome::Retry(format!("no answer in {limit:?}"))
            }
        }
    }
}

/// AWS: 2xx is success; 5xx and 429 are tried again; everything else is final.
fn judge(status: StatusCode) -> Outcome {
    if status.is_success() {
        Outcome::Delivered
    } else if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        Outcome::Retry(format!("the endpoint answered {status}"))
    } else {
        Outcome::Rejected(format!("the endpoint answered {status}"))
    }
}
