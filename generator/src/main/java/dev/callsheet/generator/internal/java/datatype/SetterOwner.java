package dev.callsheet.generator.internal.java.datatype;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;

/**
 * A class that setters stand in.
 *
 * @param returned what they return
 * @param fields the object whose fields they set, in code
 * @param self the object that they return, in code
 * @param isBound whether Jackson calls them for the members of an object in JSON
 */
record SetterOwner(TypeName returned, String fields, String self, boolean isBound) {
  /** A record's builder, with fields of its own. */
  static SetterOwner builder(RecordType type) {
    return new SetterOwner(type.builder(), "this", "this", !type.isSent());
  }

  /** The class that the builders of a request have in common, which hands on to one of them. */
  static SetterOwner common(TypeVariableName self) {
    return new SetterOwner(self, "target()", "self()", false);
  }

  /** The name of that class. */
  static ClassName commonClass(RecordType request) {
    return request.name().nestedClass("Setters");
  }
}
