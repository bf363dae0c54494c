/** A local server that behaves as a platform does, by the spec. */
module dev.callsheet.sandbox {
  requires transitive dev.callsheet.linter;
  requires org.eclipse.jetty.websocket.core.server;

  exports dev.callsheet.sandbox;
  exports dev.callsheet.sandbox.behavior;
  exports dev.callsheet.sandbox.ledger;
  exports dev.callsheet.sandbox.page;
}
