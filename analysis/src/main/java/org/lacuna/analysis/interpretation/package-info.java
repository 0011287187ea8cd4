/// From numbers of events to the quantities of a model, be it one that was searched for
/// ([org.lacuna.analysis.interpretation.Sensitivity]) or another
/// ([org.lacuna.analysis.interpretation.Recast]), or to files with which others do that
/// ([org.lacuna.analysis.interpretation.Workspaces]). Start reading at the first.
@NullMarked
package org.lacuna.analysis.interpretation;

import org.jspecify.annotations.NullMarked;
