//! Codes of what is wrong with files that are no workflows.

super::kinds! {
    file, "A file that cannot be read",
        "It is larger than 1 MiB, no UTF-8, or cannot be opened.",
        "Save it as UTF-8 text.",
        Told("the file is not UTF-8");
    json, "Broken JSON",
        "The file is no JSON, or no object where one is wanted.",
        "Look at the place that is named; a comma too many is the usual cause.",
        Told("{ \"title\": \"Laptop\", }");
    csv, "A list that cannot be read",
        "A row has more or fewer cells than the first line has names.",
        "Put cells with commas into quotes.",
        Told("name,owner\ncrm,max,sam");
    schema, "A form's schema that does not compile",
        "A keyword has a value that JSON Schema 2020-12 does not allow, a reference leads nowhere, or `x-catalog` or `x-price` is wrong.",
        "The message names the keyword.",
        Told("\"model\": { \"type\": \"strnig\" }");
    unsayable_field, "A field whose name scripts cannot say",
        "The name is a reserved word or no identifier, so `form.NAME` is a syntax error. A warning: form[\"NAME\"] works.",
        "Give the field another name: letters, digits and `_`, and none of the reserved words.",
        Told("\"properties\": { \"start-date\": { \"type\": \"string\" } }");
    no_workflow, "An item without a workflow",
        "A ticket of it would have nobody to carry it.",
        "Add workflows/NAME.rhai, or name another one by `workflow` in `x-catalog`.",
        Told("schemas/chair.json without workflows/chair.rhai");
    translation, "A translation that does not fit its text",
        "The text has placeholders that its translation lacks, or the other way round; or the file is no map of texts.",
        "Write the same placeholders on both sides.",
        Told("{ \"Delivered {}\": \"Доставлено\" }");
    no_item, "A workflow that no item uses",
        "Nothing can be asked for that it would carry; it may be misnamed.",
        "Add schemas/NAME.json, rename the file, or move shared functions into workflows/lib/.",
        Told("workflows/chiar.rhai without schemas/chiar.json");
    policy, "Something is wrong in policy.toml",
        "An unknown key, a value of another type, or a name that leads nowhere: a calendar, a group, a priority.",
        "The message names the key.",
        Told("[sla.hardware]\ncalendar = \"nine-to-fiev\"");
    settings, "A plugin's settings are wrong",
        "What the installation gives the plugin does not fit the plugin's own schema of settings.",
        "Correct `[plugins.NAME]` in the file that is named.",
        Told("[plugins.asset]\nsize = \"many\"");
    manifest, "A plugin's manifest is wrong",
        "plugin.toml has an unknown key, a function without its schema, a host that is none.",
        "The message names the place.",
        Told("runtime = \"scirpt\"");
    missing_file, "A file that another one names is missing",
        "A schema or script that a plugin names is not in its folder.",
        "Add the file, or correct the path.",
        Told("input = \"schemas/resreve.in.json\"");
    job, "A job that says not when, or with whose rights",
        "A job has `const SCHEDULE`, `const TIMEZONE` and `const ROLES`; a schedule is a cron expression with seconds first and weekdays by name.",
        "Correct the constant that is named.",
        Told("const SCHEDULE = \"*/10 * * * *\";");
    scenario, "A file of scenarios without a scenario",
        "Each function `test_…` without parameters is one scenario.",
        "Write fn test_what_is_proven() { … }.",
        Told("fn laptop() { … }");
}
