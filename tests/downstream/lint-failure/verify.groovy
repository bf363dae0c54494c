import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
File request = new File(basedir, 'src/main/requests/night-market.json')

// The mistake is logged once, at its place, with its rule.
assert log.contains("[ERROR] ${request}:[8,5] ")
assert log.contains('[video-sets-duration]')
assert log.contains('1 file, 1 request: 1 error, 0 warnings')
assert !log.contains('\tat ')

// The sandbox of a build that fails is stopped all the same.
def port = (log =~ /Callsheet sandbox of .* at http:\/\/127\.0\.0\.1:(\d+)\/v1/)[0][1] as int
assert log.contains("Stopped the sandbox at http://127.0.0.1:${port}/v1: tasks submitted: 0, charged: 0 USD.")
try {
  new Socket('127.0.0.1', port).close()
  assert false: "port ${port} is still open"
} catch (ConnectException expected) {
  // nobody listens
}

def report = new JsonSlurper().parse(new File(basedir, 'target/callsheet-lint.json'))
assert report.findings*.rule == ['video-sets-duration']
assert report.findings[0].line == 8
assert report.findings[0].column == 5
assert report.summary == [files: 1, requests: 1, errors: 1, warnings: 0, notes: 0]

// The same findings in other forms; what is suppressed for a reason is in none of them.
assert log.contains('1 suppressed')
assert !log.contains('out-of-range')
def sarif = new JsonSlurper().parse(new File(basedir, 'target/lint.sarif'))
assert sarif.runs[0].results*.ruleId == ['video-sets-duration']
def junit = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/lint-junit.xml'))
assert junit.'**'.findAll { it.name() == 'failure' }.size() == 1
