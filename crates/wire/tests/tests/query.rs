//! The query protocol: forms in, XML out.
//! Does not: test SNS itself.

use crate::toy::{Server, form, get};

#[tokio::test]
async fn a_form_with_a_map_becomes_a_typed_request() {
    let server = Server::open().await;
    let answer = server
        .send(form(
            "Action=Subscribe&Version=2010-03-31&TopicArn=t&Protocol=http&\
             ReturnSubscriptionArn=true&Attributes.entry.1.key=RawMessageDelivery&\
             Attributes.entry.1.value=true",
        ))
        .await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/xml");
    let id = answer.header("x-amzn-requestid");
    assert_eq!(
        answer.text(),
        format!(
            "<SubscribeResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">\
             <SubscribeResult><SubscriptionArn>[&quot;RawMessageDelivery=true&quot;] Some(true) \
             &lt;&amp;&gt;</SubscriptionArn></SubscribeResult><ResponseMetadata>\
             <RequestId>{id}</RequestId></ResponseMetadata></SubscribeResponse>"
        )
    );
}

#[tokio::test]
async fn lists_and_maps_come_out_as_members_and_entries() {
    let server = Server::open().await;
    let answer = server.send(form("Action=ListTopics&Version=2010-03-31")).await;
    assert!(answer.text().contains(
        "<Topics><member><TopicArn>arn:a</TopicArn></member>\
         <member><TopicArn>arn:b</TopicArn></member></Topics>"
    ));
    let body = "Action=GetSubscriptionAttributes&Version=2010-03-31&SubscriptionArn=a";
    let answer = server.send(form(body)).await;
    assert!(
        answer
            .text()
            .contains("<Attributes><entry><key>Owner</key><value>o</value></entry></Attributes>")
    );
}

#[tokio::test]
async fn an_operation_without_output_has_no_result_element() {
    let server = Server::open().await;
    let answer = server.send(form("Action=DeleteTopic&Version=2010-03-31&TopicArn=t")).await;
    assert!(answer.text().contains("2010-03-31/\"><ResponseMetadata>"), "{}", answer.text());
}

#[tokio::test]
async fn a_link_with_its_parameters_in_the_query_works() {
    let server = Server::open().await;
    let link = "/?Action=ConfirmSubscription&TopicArn=arn%3Aaws%3Asns&Token=2336412f37";
    let answer = server.send(get(link)).await;
    assert!(answer.text().contains("<SubscriptionArn>2336412f37</SubscriptionArn>"));
}

#[tokio::test]
async fn the_version_tells_services_apart() {
    let server = Server::open().await;
    let answer = server.send(form("Action=GetCallerIdentity&Version=2011-06-15")).await;
    assert!(
        answer
            .text()
            .contains("<GetCallerIdentityResult><Account>1</Account></GetCallerIdentityResult>")
    );
    let answer = server.send(form("Action=GetCallerIdentity&Version=2010-03-31")).await;
    assert_eq!(answer.status, 400);
    assert!(answer.text().contains(
        "<Error><Type>Sender</Type><Code>InvalidAction</Code><Message>Could not find operation \
         GetCallerIdentity for version 2010-03-31</Message></Error>"
    ));
}

#[tokio::test]
async fn what_is_malformed_or_missing_is_named() {
    let server = Server::open().await;
    for (body, code) in [
        ("", "MissingAction"),
        ("Action=ListTopics&%ff=1", "MalformedInput"),
        (
            "Action=Subscribe&Version=2010-03-31&TopicArn=t&Protocol=http\
             &ReturnSubscriptionArn=perhaps",
            "MalformedInput",
        ),
        ("Action=Subscribe&Version=2010-03-31&Protocol=http", "InvalidParameter"),
    ] {
        let answer = server.send(form(body)).await;
        assert_eq!(answer.status, 400, "{body}");
        let code = format!("<Code>{code}</Code>");
        assert!(answer.text().contains(&code), "{body}: {}", answer.text());
    }
}
