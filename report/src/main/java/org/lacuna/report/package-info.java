/// What a person looks at: figures, tables, pages, made from the records of the analysis.
///
/// Nothing is computed here that the analysis does not know.
@NullMarked
package org.lacuna.report;

import org.jspecify.annotations.NullMarked;
