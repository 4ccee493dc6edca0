//! Codes of what is found in scripts before they run.

super::kinds! {
    syntax, "This is not the language",
        "The parser does not understand the text here: a bracket or a semicolon is missing, or it belongs to another language.",
        "Look at the place that is named and just before it.",
        Checked("approval(\"Line manager\", manager_of(requested_for)");
    reserved, "A reserved word stands where a name should",
        "Some words are kept for the language (`new`, `default`, `match`, `with`, `in` and others). They cannot follow a dot or be a bare key of a map.",
        "After a dot write [\"name\"] instead, in a map put the key in quotes; better, give the field another name.",
        Checked("let x = form.default;");
    limit, "More than a script may use",
        "Scripts are kept small so that none can harm the desk: 64 KiB of source, 200,000 operations and 500 ms a run, 32 MiB of memory, texts of 64 KiB, lists of 2,000, maps of 1,000, 24 levels of calls, 1,000 rows of the journal, 50 branches of one `parallel`.",
        "Look for a loop without an end, a list that grows, or branches made of a long list; move functions into workflows/lib/.",
        Run("loop { }");
    unknown_name, "A name that nobody has given",
        "The variable is neither one of the script nor one of the language. A function sees no variables from outside of it; constants are read as `global::NAME` there.",
        "Correct the name, declare it with `let`, or hand it to the function as an argument.",
        Checked("note(\"It costs \" + pirce);");
    unknown_function, "A word or function that there is not",
        "What is called is no word of the language, no function of the script, and no method of the value.",
        "Take the suggestion, or look the word up in the reference.",
        Checked("aproval(\"Line manager\", manager_of(requested_for));");
    unknown_module, "A module that there is not",
        "What stands before `::` is neither an imported library nor a module.",
        "Import the library at the top: `import \"name\" as name;`.",
        Told("import \"common\" as c;\nx::sign();");
    unknown_plugin, "A plugin that there is not",
        "What stands before `::` is neither an imported library nor a plugin of the installation.",
        "Correct the name, or install the plugin.",
        Checked("aset::reserve(#{ model: \"light\" });");
    unknown_option, "An option that the word does not have",
        "Options are named exactly; a misspelt one would silently do nothing, so it is refused.",
        "Take the suggestion; the hint lists all options of the word.",
        Checked("approval(\"Finance\", group(\"finance\"), #{ qorum: 2 });");
    option, "An option with a value that it does not take",
        "The option exists, its value does not fit: another type, a word that is none of its choices, or two options that exclude each other.",
        "The message says what the option takes.",
        Checked("approval(\"Finance\", group(\"finance\"), #{ quorum: 0 });");
    arguments, "Arguments that the word does not take",
        "Too many or too few of them, or one of another kind: the order is always name, whom, options.",
        "Compare with the word's signature in the reference.",
        Checked("approval(\"\", group(\"finance\"));");
    who, "Somebody is asked for, and this is nobody",
        "A person or group is never a bare text, so that a misspelt one is found before it is asked.",
        "Write user(\"ann\"), group(\"finance\"), role(\"…\"), manager_of(…), lead_of(…), or a list of them.",
        Checked("approval(\"Finance\", \"finance\");");
    unknown_argument, "The plugin's function or the item's form has no such field",
        "What is passed is checked against the input schema of the function, or the form of the item, which allows no other fields.",
        "Take the suggestion, or look into the schema.",
        Checked("asset::reserve(#{ model: \"light\", colour: \"red\" });");
    missing_argument, "A field that is required is not passed",
        "The input schema of the function, or the form of the item, requires the field.",
        "Pass it.",
        Checked("asset::reserve(#{ count: 1 });");
    argument_value, "What is passed does not fit its schema",
        "The literal value is of another type than the input schema of the function, or the form of the item, asks for, or none of its choices.",
        "The message says what the schema wants.",
        Checked("asset::reserve(#{ model: 5 });");
    unknown_field, "A field that is not declared",
        "The form's schema, the policy's `[values]`, or the record that is read has no such field.",
        "Correct the name, or declare the field in the schema.",
        Checked("note(\"It is \" + form.modle);");
    unknown_choice, "A choice that the form does not offer",
        "The comparison never holds: the field offers other choices. A warning, since tickets of an older form may hold it.",
        "Take one of the choices that the hint names, or offer this one in the form.",
        Checked("if form.model == \"lihgt\" { note(\"It is light.\"); }");
    unknown_group, "A group that nobody has made",
        "Nobody would be asked. Groups are checked where a desk is named: `--database URL` or `--demo`.",
        "Correct the name, or add the group.",
        Checked("assign(group(\"servicedesk\"));");
    unknown_user, "A person whom nobody knows",
        "There is no user of that name. People are checked where a desk is named: `--database URL` or `--demo`.",
        "Correct the username; better, name a group or a role: people leave.",
        Checked("approval(\"Data owner\", user(\"mex\"));");
    inactive_user, "A person who has left",
        "The user exists but is not active any more: the step would fall to somebody else.",
        "Name who took over; better, a group or a role.",
        Checked("approval(\"Data owner\", user(\"old\"));");
    unknown_role, "A role that there is not",
        "It is neither built in nor named under `[roles]` of the policy.",
        "Correct the name, or add the role to policy.toml.",
        Checked("approval(\"Exception\", role(\"chage_manager\"));");
    unknown_supplier, "A supplier that is not on the list",
        "`schemas/lists/suppliers.csv` has no row of that name.",
        "Correct the name, or add the row.",
        Checked("task(\"Quote\", supplier(\"Contosa\"));");
    unknown_service_level, "A service level that the policy does not have",
        "`sla(…)` names a table of `[sla]` in policy.toml.",
        "Correct the name, or add the level.",
        Checked("sla(\"hardwear\");");
    unknown_list, "A list that is not published",
        "`lookup` reads schemas/lists/NAME.csv.",
        "Correct the name, or add the file.",
        Checked("let data = lookup(\"sistems\");");
    unknown_form, "A form that is not published",
        "Tasks and questions ask for schemas/forms/NAME.json.",
        "Correct the name, or add the file.",
        Checked("task(\"Hand over\", group(\"field-support\"), #{ form: \"handovr\" });");
    unknown_item, "An item that is not in the catalog",
        "`open_ticket` (or a scenario, or a job) names schemas/NAME.json.",
        "Correct the name, or add the item.",
        Checked("open_ticket(\"purchse\", #{ what: \"screen\" });");
    unknown_rejection_code, "A rejection code that the policy does not have",
        "`reject` says why by one of `[rejection_codes]`, which reports count.",
        "Take one of the policy, or add it there.",
        Checked("reject(\"Too dear\", #{ code: \"bugdet\" });");
    unknown_closure_reason, "A closure reason that the policy does not have",
        "The option `code` of `resolve` and `fail` is one of the policy's closure reasons.",
        "Take one of the policy, or add it there.",
        Checked("resolve(\"Done\", #{ code: \"workaruond\" });");
    unknown_impact, "An impact that the priority matrix does not have",
        "It is no row of the policy's matrix.",
        "Take a row of the matrix.",
        Checked("set(#{ impact: \"persn\" });");
    unknown_urgency, "An urgency that the priority matrix does not have",
        "It is no column of the policy's matrix.",
        "Take a column of the matrix.",
        Checked("set(#{ urgency: \"hihg\" });");
    branch, "A branch that is no closure",
        "Without `||` the branches of `parallel` and `any_of` would be run one after the other, before the word is even called.",
        "Write `||` before each branch, and `|x|` for `for_all`.",
        Checked("parallel(#{ a: task(\"A\", group(\"finance\")), b: || task(\"B\", group(\"finance\")) });");
    closure, "A closure where none may stand",
        "A closure that is kept in a variable, a list or a result could hold itself; it stands only where it is used. Nor may the callback of a list read that list.",
        "Write it into the call; what is used twice is a function: fn name(x) { … }.",
        Checked("let later = || note(\"x\");");
    captured, "A closure changes a variable from outside",
        "Branches are run again at every event; what one of them changed outside would be seen by its siblings at some times and not at others.",
        "Let the closure return a value and use the result.",
        Checked("let n = 0;\nfor_all([1, 2], |x| { n += x; });");
    step_in_callback, "A step in a callback of a list",
        "`map`, `filter`, `sort` and their like cannot wait in the middle.",
        "Use a `for` loop, or for_all(list, |x| …).",
        Checked("[\"A\", \"B\"].map(|name| task(name, group(\"finance\")));");
    redefinition, "A name that the language has already",
        "A function or variable of the script must not take the place of a word: steps would silently be something else.",
        "Give it another name.",
        Checked("fn approval(a, b) { true }");
    constant, "What cannot be changed is changed",
        "`form`, `request` and their like are the submission as it was sent; constants stay as they are.",
        "Copy what you need into a variable of your own.",
        Checked("form.model = \"pro\";");
    forbidden, "A function that is not part of the language",
        "`eval`, `print`, `Fn` and their like would escape the checks, or do nothing that anybody sees.",
        "Say it directly; for remarks there is note(\"…\").",
        Checked("eval(\"1 + 1\");");
    import, "A library that cannot be imported",
        "Only workflows/lib/NAME.rhai is imported, by a literal name, at the top of the script, and never in a circle.",
        "Correct the name, or put the file there.",
        Checked("import \"/etc/passwd\" as p;");
    library, "Something in a library that does not belong there",
        "A library holds functions, imports and literal constants only: it is loaded, not run.",
        "Put the statement into a function.",
        Told("note(\"hello\");   // at the top of workflows/lib/common.rhai");
    export, "An export outside of a library",
        "Nobody imports a workflow.",
        "Move it into workflows/lib/.",
        Checked("export const LIMIT = 5;");
    same_name, "Two steps of one name",
        "People see two steps that read the same, and a rework, a scenario or a migration tells them apart by their order alone. A warning.",
        "Give one another name, or say what differs with `about`.",
        Checked("task(\"Check\", group(\"finance\"));\ntask(\"Check\", group(\"service-desk\"));");
    no_end, "A path without an end",
        "The script can come to its last line without resolve, fail, reject or cancel, and without a `handle` whose resolution would do: the ticket is then left to people. A warning.",
        "End the path with resolve(\"…\"), or leave it so on purpose.",
        Checked("if form.model == \"pro\" { resolve(\"Done\"); }");
    elapsed_days, "A person's deadline in elapsed days",
        "`2d` is 48 hours, nights and weekends too; on a Friday evening that is over on Sunday. A hint.",
        "Write working days, `2wd`, where a person should have them.",
        Checked("approval(\"Line manager\", manager_of(requested_for), #{ within: \"2d\" });\nresolve(\"Done\");");
}
