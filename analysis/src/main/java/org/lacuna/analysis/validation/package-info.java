/// What a simulation comes to, beside what is published about the real apparatus and about the
/// experiment's own simulation of it. Nothing is fitted here.
///
/// Each method of [org.lacuna.analysis.validation.Validation] makes some rows of the page
/// `docs/validation.md` from samples that others have thrown; a new row is a line there. How
/// samples are thrown, and the text of the page, are elsewhere.
@NullMarked
package org.lacuna.analysis.validation;

import org.jspecify.annotations.NullMarked;
