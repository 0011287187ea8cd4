package org.lacuna.core.batch;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Tells what a column holds. The name of the field is the name of the column: the story of an
/// event, the schema of a file and the list of what a cut reads are all made from these fields.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Column {
  /// Unit of the numbers, empty for a pure number.
  String unit() default "";

  /// What they mean, in a few words.
  String meaning();
}
