/// From counts to limits, for any counting or binned experiment.
///
/// No kaon and no GeV belong here: whoever counts can use it. Each package below this one is a
/// room: counting experiments, sidebands, evidence, binned templates.
@NullMarked
package org.lacuna.statistics;

import org.jspecify.annotations.NullMarked;
