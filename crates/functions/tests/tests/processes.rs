//! Functions run as AWS runs them: answers, failures, timeouts, crashes, warm processes.
//! Does not: read streams (see `mappings`).

use std::time::Duration;

use bytes::Bytes;
use levada_functions::Error;
use serde_json::json;

use crate::fixture::{Fixture, MemoryStream, env, name, new_function, open};

#[tokio::test]
async fn a_handler_answers_and_sees_its_event_context_and_environment() {
    let fixture = Fixture::with_python(
        "import os\n\
         def handler(event, context):\n\
         \x20   assert 0 < context.get_remaining_time_in_millis() <= 20000\n\
         \x20   names = ['AWS_REGION', 'AWS_ENDPOINT_URL', 'SETTING', 'EXTRA', '_HANDLER']\n\
         \x20   return [event, context.function_name, context.invoked_function_arn,\n\
         \x20           [os.environ[n] for n in names]]\n",
    )
    .await;
    assert_eq!(
        fixture.answer(r#"{"a":1.5}"#).await,
        json!([
            {"a": 1.5},
            "f",
            "arn:aws:lambda:us-east-1:000000000000:function:f",
            ["eu-central-1", "http://127.0.0.1:4566", "set", "given", "app.handler"]
        ])
    );
}

#[tokio::test]
async fn a_raised_error_is_answered_with_its_type_and_the_process_stays_warm() {
    let fixture = Fixture::with_python(
        "import os\n\
         def handler(event, context):\n\
         \x20   if event: raise KeyError('gone')\n\
         \x20   return os.getpid()\n",
    )
    .await;
    let pid = fixture.answer("").await;
    let failed = fixture.invoke("1").await;
    assert_eq!(failed.function_error.as_deref(), Some("Unhandled"));
    let error: serde_json::Value = serde_json::from_slice(&failed.payload).unwrap();
    assert_eq!(error["errorType"], "KeyError");
    assert_eq!(error["errorMessage"], "'gone'");
    assert!(error["stackTrace"][0].as_str().unwrap().contains("line 3, in handler"));
    assert_eq!(fixture.answer("").await, pid);
}

#[tokio::test]
async fn output_is_in_the_log_file_and_in_the_tail_with_the_lines_of_aws() {
    let fixture = Fixture::with_python(
        "import sys\ndef handler(event, context):\n    print('out')\n    print('err', file=sys.stderr)\n",
    )
    .await;
    let tail = String::from_utf8(fixture.invoke("").await.log_tail.to_vec()).unwrap();
    let lines: Vec<&str> = tail.lines().collect();
    assert!(lines[0].starts_with("START RequestId: "), "{tail}");
    assert_eq!(lines[1..3], ["out", "err"]);
    assert!(lines[3].starts_with("END RequestId: "), "{tail}");
    assert!(lines[4].starts_with("REPORT RequestId: ") && lines[4].contains("Init Duration: "));
    let file = fixture.dir.path().join("functions/logs/f.log");
    assert_eq!(std::fs::read_to_string(file).unwrap(), tail);
}

#[tokio::test]
async fn a_function_over_its_timeout_is_killed_with_its_children_and_runs_again() {
    let mut new = new_function(
        "python3.12",
        &[(
            "app.py",
            "import subprocess, time\n\
             def handler(event, context):\n\
             \x20   if event:\n\
             \x20       child = subprocess.Popen(['sleep', '600'])\n\
             \x20       print('child', child.pid)\n\
             \x20       time.sleep(600)\n\
             \x20   return 'fine'\n",
        )],
    );
    new.timeout_secs = 1;
    let fixture = Fixture::with(new).await;
    assert_eq!(fixture.answer("").await, json!("fine"));
    let failed = fixture.invoke("1").await;
    let error: serde_json::Value = serde_json::from_slice(&failed.payload).unwrap();
    assert!(error["errorMessage"].as_str().unwrap().ends_with("Task timed out after 1.00 seconds"));
    assert_eq!(fixture.answer("").await, json!("fine"));
    let log = std::fs::read_to_string(fixture.dir.path().join("functions/logs/f.log")).unwrap();
    let child = log.lines().find_map(|line| line.strip_prefix("child ")).unwrap();
    let state = std::fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
    assert!(state.is_empty() || state.contains(" Z "), "{state}");
}

#[tokio::test]
async fn a_crashed_process_is_reported_and_replaced() {
    let fixture = Fixture::with_python(
        "import os\ndef handler(event, context):\n    if event: os._exit(3)\n    return 'fine'\n",
    )
    .await;
    let failed = fixture.invoke("1").await;
    let error: serde_json::Value = serde_json::from_slice(&failed.payload).unwrap();
    assert_eq!(error["errorType"], "Runtime.ExitError");
    assert!(error["errorMessage"].as_str().unwrap().ends_with("exit status 3"), "{error}");
    assert_eq!(fixture.answer("").await, json!("fine"));
}

#[tokio::test]
async fn a_module_that_cannot_be_imported_answers_why() {
    let fixture =
        Fixture::with_python("import no_such_module\ndef handler(event, context): pass\n").await;
    let failed = fixture.invoke("").await;
    assert_eq!(failed.function_error.as_deref(), Some("Unhandled"));
    let error: serde_json::Value = serde_json::from_slice(&failed.payload).unwrap();
    assert_eq!(error["errorType"], "Runtime.ImportModuleError");
    assert!(error["errorMessage"].as_str().unwrap().contains("no_such_module"));
}

#[tokio::test]
async fn a_package_with_its_own_bootstrap_speaks_the_runtime_api() {
    let bootstrap = "#!/bin/sh\nexec python3 -u \"$LAMBDA_TASK_ROOT/loop.py\"\n";
    let program = "import os, urllib.request as u\n\
        api = 'http://' + os.environ['AWS_LAMBDA_RUNTIME_API'] + '/2018-06-01/runtime/invocation/'\n\
        while True:\n\
        \x20   event = u.urlopen(api + 'next')\n\
        \x20   id = event.headers['Lambda-Runtime-Aws-Request-Id']\n\
        \x20   u.urlopen(api + id + '/response', b'[' + event.read() + b']')\n";
    let files = [("bootstrap", bootstrap), ("loop.py", program)];
    let fixture = Fixture::with(new_function("provided.al2023", &files)).await;
    assert_eq!(fixture.answer("1").await, json!([1]));
    assert_eq!(fixture.answer("2").await, json!([2]));
}

#[tokio::test]
async fn two_invocations_at_once_run_in_two_processes() {
    let fixture = Fixture::with_python(
        "import os, time\ndef handler(event, context):\n    time.sleep(0.3)\n    return os.getpid()\n",
    )
    .await;
    let (one, two) = tokio::join!(fixture.answer(""), fixture.answer(""));
    assert_ne!(one, two);
}

#[tokio::test]
async fn a_refused_function_leaves_nothing_behind() {
    let fixture = Fixture::with_python("def handler(event, context): pass\n").await;
    let mut new = new_function("python3.12", &[("app.py", "def other(event, context): pass\n")]);
    new.name = name("g");
    let refused = fixture.functions.create(new).await;
    assert!(matches!(refused, Err(Error::InvalidParameter(_))), "{refused:?}");
    let missing = fixture.functions.get(&name("g")).await;
    assert!(matches!(missing, Err(Error::FunctionNotFound { .. })), "{missing:?}");
    let code = fixture.dir.path().join("functions/code");
    assert_eq!(std::fs::read_dir(code).unwrap().count(), 1);
}

#[tokio::test]
async fn a_deleted_function_is_gone_with_its_processes_and_code() {
    let fixture =
        Fixture::with_python("import os\ndef handler(event, context): return os.getpid()\n").await;
    fixture.answer("").await;
    fixture.functions.delete(&name("f")).await.unwrap();
    let invoked = fixture.functions.invoke_now(&name("f"), Bytes::new()).await;
    assert!(matches!(invoked, Err(Error::FunctionNotFound { .. })), "{invoked:?}");
    let code = fixture.dir.path().join("functions/code");
    assert_eq!(std::fs::read_dir(code).unwrap().count(), 0);
}

#[tokio::test]
async fn a_payload_that_is_no_json_or_too_large_is_refused() {
    let fixture = Fixture::with_python("def handler(event, context): pass\n").await;
    let text = fixture.functions.invoke_now(&name("f"), Bytes::from_static(b"{")).await;
    assert!(matches!(text, Err(Error::InvalidRequestContent(_))), "{text:?}");
    let large = Bytes::from(vec![b'1'; 6_291_457]);
    let large = fixture.functions.invoke_now(&name("f"), large).await;
    assert!(matches!(large, Err(Error::PayloadTooLarge { .. })), "{large:?}");
}

#[tokio::test]
async fn an_event_accepted_before_a_restart_runs_after_it_and_is_retried() {
    let dir = tempfile::tempdir().unwrap();
    let stream = MemoryStream::with_shards(1);
    let tries = dir.path().join("tries");
    let text = format!(
        "def handler(event, context):\n\
         \x20   open({tries:?}, 'a').write('x')\n\
         \x20   if len(open({tries:?}).read()) < 3: raise ValueError('not yet')\n",
    );
    let first = env();
    let functions = open(dir.path(), &stream, &first).await;
    functions.create(new_function("python3.12", &[("app.py", &text)])).await.unwrap();
    first.shutdown.begin();
    functions.invoke_later(&name("f"), Bytes::new()).await.unwrap();
    drop(functions);

    let _functions = open(dir.path(), &stream, &env()).await;
    until(|| std::fs::read_to_string(&tries).is_ok_and(|text| text == "xxx")).await;
}

/// Looks again and again, for at most half a minute.
pub async fn until(holds: impl Fn() -> bool) {
    for _ in 0..3_000 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("did not come true in time");
}
