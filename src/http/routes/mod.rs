//! One handler per file, by resource and verb. `mount` is the list of them all:
//! what is not mounted here is neither served nor documented.

mod absences;
mod appointments;
mod attachments;
mod audit;
mod canned_replies;
mod catalog;
mod comments;
mod docs;
mod drafts;
mod gallery;
mod groups;
mod health;
mod inbox;
mod jobs;
mod lookup;
mod me;
mod me_change;
mod metrics;
mod notifications;
mod outgoing;
mod password;
mod plugins;
mod policy;
mod problems;
mod rate;
mod relations;
mod releases;
mod schemas;
mod session;
mod steps;
mod stream;
mod tickets;
mod tokens;
mod users;
mod views;
mod watchers;
mod work;
mod workflows;

pub use metrics::open_figures;

use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts every route.
pub fn mount(config: &mut ServiceConfig<'_>) {
    config.map(|config| config.service(docs::openapi_json).service(docs::to_the_page).service(docs::page));
    config.service(
        scope::scope("/api/v1")
            .configure(mount_session)
            .configure(mount_tickets)
            .configure(mount_files)
            .configure(mount_conversation)
            .configure(mount_relations)
            .configure(mount_steps)
            .configure(mount_people)
            .configure(mount_views)
            .configure(mount_directory)
            .configure(mount_content),
    );
    config.service(health::live::is_live).service(health::ready::is_ready);
    config.service(metrics::figures).service(problems::problem);
    config.service(rate::show::show_invitation).service(rate::give::rate_by_link);
}

/// Mounts health alone, beside the figures on their own address.
pub fn mount_health(config: &mut actix_web::web::ServiceConfig) {
    config.service(health::live::is_live).service(health::ready::is_ready);
}

fn mount_session(config: &mut ServiceConfig<'_>) {
    config
        .service(session::begin::sign_in)
        .service(session::end::sign_out)
        .service(me::me)
        .service(me_change::change_me)
        .service(tokens::list::list_tokens)
        .service(tokens::create::create_token)
        .service(tokens::revoke::revoke_token)
        .service(catalog::list::list_catalog)
        .service(catalog::categories::list_categories)
        .service(catalog::show::show_item)
        .service(catalog::access::explain_access)
        .service(catalog::preview::preview_item);
}

fn mount_tickets(config: &mut ServiceConfig<'_>) {
    config
        .service(tickets::list::list_tickets)
        .service(tickets::batch::submit_batch)
        .service(tickets::submit::submit_ticket)
        .service(tickets::bulk::bulk_tickets)
        .service(tickets::copy::copy_ticket)
        .service(stream::stream)
        .service(tickets::export_csv::export_csv)
        .service(tickets::export_xlsx::export_xlsx)
        .service(tickets::show::show_ticket)
        .service(tickets::change::change_ticket)
        .service(tickets::accept::accept_ticket)
        .service(tickets::assign::assign_ticket)
        .service(tickets::hand_back::return_ticket)
        .service(tickets::escalate::escalate_ticket)
        .service(tickets::owner::hand_over_ticket)
        .service(tickets::resolve::resolve_ticket)
        .service(tickets::close::close_ticket)
        .service(tickets::follow_up::record_follow_up)
        .service(tickets::rating::rate_ticket)
        .service(tickets::reopen::reopen_ticket)
        .service(tickets::cancel::cancel_ticket)
        .service(tickets::reclassify::reclassify_ticket)
        .service(tickets::correction::preview_correction)
        .service(tickets::resume::resume_ticket)
        .service(tickets::hold::hold_ticket)
        .service(tickets::unhold::unhold_ticket)
        .service(tickets::restrict::restrict_ticket)
        .service(tickets::unrestrict::unrestrict_ticket)
        .service(tickets::events::list_events)
        .service(tickets::steps::list_steps)
        .service(tickets::open_step::open_step)
        .service(tickets::explain::explain_ticket);
}

fn mount_conversation(config: &mut ServiceConfig<'_>) {
    config
        .service(comments::list::list_comments)
        .service(comments::add::add_comment)
        .service(comments::show::show_comment)
        .service(comments::edit::edit_comment)
        .service(work::list::list_work)
        .service(work::log::log_work)
        .service(work::show::show_work)
        .service(work::correct::correct_work)
        .service(appointments::mine::my_appointments)
        .service(appointments::list::list_appointments)
        .service(appointments::make::make_appointment)
        .service(appointments::show::show_appointment)
        .service(appointments::change::change_appointment)
        .service(appointments::cancel::cancel_appointment)
        .service(appointments::invitation::download_invitation)
        .service(watchers::list::list_watchers)
        .service(watchers::add::add_watcher)
        .service(watchers::remove::remove_watcher)
        .service(canned_replies::list::list_canned_replies)
        .service(canned_replies::create::create_canned_reply)
        .service(canned_replies::show::show_canned_reply)
        .service(canned_replies::change::change_canned_reply)
        .service(canned_replies::remove::remove_canned_reply)
        .service(canned_replies::render::render_canned_reply)
        .service(drafts::list::list_drafts)
        .service(drafts::show::show_draft)
        .service(drafts::keep::keep_draft)
        .service(drafts::remove::remove_draft);
}

fn mount_files(config: &mut ServiceConfig<'_>) {
    config
        .service(attachments::upload::upload_attachment)
        .service(attachments::show::show_attachment)
        .service(attachments::content::download_attachment)
        .service(attachments::remove::remove_attachment)
        .service(attachments::list::list_attachments)
        .service(attachments::add::attach);
}

fn mount_relations(config: &mut ServiceConfig<'_>) {
    config
        .service(relations::links::list_links)
        .service(relations::link::link_ticket)
        .service(relations::unlink::unlink_ticket)
        .service(relations::merge::merge_ticket)
        .service(relations::split::split_ticket)
        .service(relations::me_too::join_ticket)
        .service(relations::affected::list_affected)
        .service(relations::known::list_known);
}

fn mount_steps(config: &mut ServiceConfig<'_>) {
    config
        .service(inbox::inbox)
        .service(steps::show::show_step)
        .service(steps::answer::answer_step)
        .service(steps::bulk::answer_steps)
        .service(steps::claim::claim_step)
        .service(steps::hand_back::return_step)
        .service(steps::transfer::transfer_step)
        .service(steps::add::add_signer)
        .service(steps::consult::consult)
        .service(steps::urge::urge_step)
        .service(steps::reopen::reopen_step)
        .service(steps::withdraw::withdraw_vote)
        .service(steps::retry::retry_step)
        .service(steps::skip::skip_step);
}

fn mount_views(config: &mut ServiceConfig<'_>) {
    config
        .service(views::queues::list_queues)
        .service(views::list::list_views)
        .service(views::create::create_view)
        .service(views::show::show_view)
        .service(views::change::change_view)
        .service(views::remove::remove_view);
}

fn mount_content(config: &mut ServiceConfig<'_>) {
    config
        .service(workflows::list::list_workflows)
        .service(workflows::show::show_workflow)
        .service(workflows::publish::publish_workflow)
        .service(workflows::versions::list_versions)
        .service(workflows::former::show_former_workflow)
        .service(workflows::plan::plan_workflow)
        .service(workflows::trial::try_workflow)
        .service(schemas::show::show_form)
        .service(schemas::publish::publish_form)
        .service(schemas::versions::list_form_versions)
        .service(schemas::former::show_former_form)
        .service(schemas::show::show_schema)
        .service(schemas::publish::publish_schema)
        .service(schemas::versions::list_schema_versions)
        .service(schemas::former::show_former_schema)
        .service(policy::schema::show_policy_schema)
        .service(policy::read::read_policy)
        .service(policy::write::write_policy)
        .service(gallery::list::list_gallery)
        .service(gallery::show::show_template)
        .service(releases::list::list_releases)
        .service(releases::drift::list_drift)
        .service(releases::check::check_release)
        .service(releases::files::list_files)
        .service(releases::files::show_file)
        .service(releases::proposals::list::list_proposals)
        .service(releases::proposals::show::show_proposal)
        .service(releases::proposals::approve::approve_proposal)
        .service(releases::proposals::reject::reject_proposal)
        .service(releases::proposals::withdraw::withdraw_proposal)
        .service(releases::show::show_release)
        .service(releases::publish::publish_release)
        .service(releases::roll_back::roll_back_release);
}

fn mount_directory(config: &mut ServiceConfig<'_>) {
    config
        .service(groups::list::list_groups)
        .service(groups::create::create_group)
        .service(groups::show::show_group)
        .service(groups::change::change_group)
        .service(groups::dissolve::dissolve_group)
        .service(groups::load::load_of_group)
        .service(users::list::list_users)
        .service(users::create::create_user)
        .service(users::show::show_user)
        .service(users::change::change_user)
        .service(users::password::reset_password)
        .service(users::load::load_of_user)
        .service(password::change_password);
}

fn mount_people(config: &mut ServiceConfig<'_>) {
    config
        .service(audit::list_audit)
        .service(jobs::list::list_jobs)
        .service(jobs::runs::list_job_runs)
        .service(jobs::run::run_job)
        .service(plugins::list_plugins)
        .service(absences::list::list_absences)
        .service(absences::create::register_absence)
        .service(absences::show::show_absence)
        .service(absences::change::change_absence)
        .service(absences::end::end_absence)
        .service(notifications::list::list_notifications)
        .service(notifications::read::read_notification)
        .service(notifications::read_all::read_notifications)
        .service(outgoing::list::list_outgoing)
        .service(outgoing::show::show_outgoing)
        .service(lookup::people::find_people)
        .service(lookup::groups::find_groups)
        .service(lookup::codes::find_codes)
        .service(lookup::locations::find_locations)
        .service(lookup::lists::find_in_list);
}
