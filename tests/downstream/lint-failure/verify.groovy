import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
File request = new File(basedir, 'src/main/requests/night-market.json')

// The mistake is logged once, at its place, with its rule.
assert log.contains("[ERROR] ${request}:8:5: error: ")
assert log.contains('[video-sets-duration]')
assert log.contains('1 file, 1 request: 1 error, 0 warnings')
assert !log.contains('\tat ')

def report = new JsonSlurper().parse(new File(basedir, 'target/callsheet-lint.json'))
assert report.findings*.rule == ['video-sets-duration']
assert report.findings[0].line == 8
assert report.findings[0].column == 5
assert report.summary == [files: 1, requests: 1, errors: 1, warnings: 0]
