//! Codes of what a script meets while it runs.

super::kinds! {
    divergence, "The script no longer fits the ticket's journal",
        "A ticket's script is run again from its top at every event, and each step must be the one that the journal has at that place. Here the kind or the name differs, or steps that were answered are not reached any more: the script was changed under a running ticket, or what it does depends on something that is not kept.",
        "Publish with `migrate: none`, so that running tickets keep their version; or keep the old steps and put new ones behind `if changed(\"id\") { … }`; `plan` says beforehand which tickets would diverge.",
        Told("step 1: the journal has task \"Order\", but the script now asks for approval \"Finance\"");
    uncaught, "An error that the script threw itself",
        "`throw` without a `catch`: a script's own error is a mistake of its author, not an answer of somebody.",
        "End with fail(\"…\") or reject(\"…\"), or catch it.",
        Run("throw \"no\";");
    arithmetic, "A calculation without a result",
        "Division by zero, or a number beyond what can be held.",
        "Ask before you divide; take decimals (`10.0`) for large amounts.",
        Run("let n = 0;\nlet x = 10 / n;");
    unknown_property, "The map has no such key",
        "A misspelt key is an error and never `()`, so that it is noticed.",
        "Ask with `\"key\" in map` or map.get(\"key\") where it may be absent.",
        Run("let m = #{ a: 1 };\nlet x = m.b;");
    unknown_method, "The object has no such method",
        "A ticket, a form or a reference to a person knows only its own methods.",
        "Look the word up in the reference.",
        Told("for t in tickets() { t.explode(); }");
    type, "A value of another type than is wanted here",
        "An operator or a word was given something that it cannot use: a text where a number is wanted, a condition that is neither true nor false.",
        "Convert it (`parse_int`, `to_string`), or ask with given(…) whether it is there at all.",
        Run("let n = 1;\nif n { note(\"x\"); }");
    value, "A value that cannot be used here",
        "A text that is no duration, a number that is no amount, a value that cannot leave the script.",
        "The message says what is wanted.",
        Run("let late = now() + \"soon\";");
    read, "Something outside of the ticket could not be read",
        "A list, a value of the policy or a property of a person was asked for and is not there.",
        "Correct what is asked for, or publish what is missing, and resume the ticket.",
        Run("let x = policy.nothing_of_that_name;");
    effect, "An effect could not take place",
        "A service level, a group or a field that the effect names is not there any more.",
        "Correct the name, or publish what is missing, and resume the ticket.",
        Run("sla(\"nonsense\");");
    script, "The script made a mistake",
        "Something that has no code of its own; the message says what.",
        "Look at the place that is named.",
        Run("let l = [1];\nlet x = l[5];");
    raised, "An error that nobody caught",
        "The host raised an error where no script could catch it.",
        "Look at the place that is named.",
        Told("an error was raised");
    unknown_word, "A step that this desk cannot open",
        "The script asks for a kind of step that this version of maitred does not know.",
        "Run the version that the workflow was written for, or a newer one.",
        Told("the desk does not open steps of the kind `poll`");
    internal, "A mistake of maitred's own",
        "The engine gave up on something that it should have refused.",
        "Please report it to the makers of maitred, with the script.",
        Told("the script engine gave up on this script");
    duration, "A text that is no duration",
        "Durations are written 30m, 4h, 2d, 1w; working time 30wm, 4wh, 2wd.",
        "Write one of these.",
        Told("tickets(#{ older_than: \"2 days\" })");
    key, "A key that the plugin's store does not take",
        "A key has 1 to 255 bytes and no NUL.",
        "Shorten it.",
        Told("kv::get(\"\")");
    unread, "A swap of a value that was not read",
        "`kv::swap` writes only where nobody has written since this call read the key.",
        "Read the key with kv::get first.",
        Told("kv::swap(\"stock\", 4)");
    unknown_secret, "A secret that the plugin does not declare",
        "Only names in `secrets` of plugin.toml can be put into a call.",
        "Declare it, and give its value in MAITRED_SECRET_NAME.",
        Told("http::get(\"https://…\", #{ headers: #{ Authorization: secret(\"TOKN\") } })");
    http, "A call that a plugin must not make",
        "The address is none of the plugin's `hosts`, or lies within the machine or its network.",
        "Declare the host in plugin.toml.",
        Told("http::get(\"https://somewhere-else.example.org\")");
    expectation, "A scenario's expectation does not hold",
        "The ticket is not as the scenario says.",
        "Mend the workflow, or the scenario: the message says what is there instead.",
        Told("\"Finance\" is not open; open are: cost (workflows/laptop.rhai:11:1)");
    refused, "The desk refused what a scenario did",
        "What the scenario wants is not allowed to that person, or not in this status.",
        "The message is the desk's own.",
        Told("start: the form has errors");
    stuck, "A scenario's ticket is stuck",
        "The workflow made a mistake; the message says which.",
        "Mend the workflow.",
        Told("the workflow is stuck: …");
    thrown, "A scenario threw an error",
        "`throw` in the scenario, or an error of a word that it did not catch.",
        "Look at the place that is named.",
        Told("throw \"not yet\";");
}
