/// `lacuna study`: the proofs that the methods do what they say, as tables that anybody can make
/// again. The results pages in `docs/` are what these commands print.
///
/// A study is one class and one line in [org.lacuna.application.study.StudyCommand]; the numbers
/// are made in the libraries. Not here: tests.
@NullMarked
package org.lacuna.application.study;

import org.jspecify.annotations.NullMarked;
