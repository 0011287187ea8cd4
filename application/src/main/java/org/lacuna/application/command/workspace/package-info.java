/// The commands `workspace inspect`, `fit`, `cls` and `limit`: HistFactory workspaces on the
/// command line.
///
/// Not here: statistics, which is in `org.lacuna.statistics.histfactory`. Each command is one
/// class, listed once in [org.lacuna.application.command.workspace.WorkspaceCommand], where to
/// start reading.
@NullMarked
package org.lacuna.application.command.workspace;

import org.jspecify.annotations.NullMarked;
