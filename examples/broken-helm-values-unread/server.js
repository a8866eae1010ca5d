require('node:http').createServer((_, response) => response.end('ok')).listen(8080)
