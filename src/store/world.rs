//! Numbers and versions that the nodes share: blocks of ticket numbers, and
//! the version of each part of the World, raised by whoever changes the part.

use super::Store;
use super::connection::{AnyConnection, on_either};
use super::dialect;
use super::error::StoreError;
use super::reader::Reader;
use super::schema::world_versions;
use diesel::prelude::*;
use std::ops::Range;

/// The versions of the World's parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorldVersions {
    /// Of people and groups.
    pub people: i64,
    /// Of published content.
    pub content: i64,
}

/// A part of the World with a version of its own.
#[derive(Clone, Copy)]
pub(super) enum Part {
    People,
    Content,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::People => "people",
            Part::Content => "content",
        }
    }
}

/// Raises a part's version; until the transaction ends, nobody else changes that part.
pub(super) fn bump(connection: &mut AnyConnection, part: Part) -> Result<i64, StoreError> {
    let row = world_versions::table.find(part.name());
    let raised = world_versions::version.eq(world_versions::version + 1);
    Ok(on_either!(connection, inner => diesel::update(row)
        .set(raised)
        .returning(world_versions::version)
        .get_result(inner)?))
}

impl Store {
    /// Takes ticket numbers for this node; numbers never used are gaps.
    pub fn number_block(&self, size: i64) -> Result<Range<i64>, StoreError> {
        self.write(move |connection| {
            let first = dialect::take_block(connection, "ticket", size)?;
            Ok(first..first + size)
        })
    }
}

impl Reader {
    /// The versions now.
    pub fn world_versions(&mut self) -> Result<WorldVersions, StoreError> {
        self.read(|connection| {
            let query = world_versions::table.select((world_versions::part, world_versions::version));
            let rows: Vec<(String, i64)> = on_either!(connection, inner => query.load(inner)?);
            let of = |part: Part| rows.iter().find(|(name, _)| name == part.name()).map_or(0, |(_, version)| *version);
            Ok(WorldVersions { people: of(Part::People), content: of(Part::Content) })
        })
    }
}
