/**
 * Docker Official Images (docker-library/official-images, library/): the only repositories that `docker.io/library` holds. The
 * list grows; a name that is missing here costs a warning at most.
 */
const names =
  'adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita buildpack-deps ' +
  'busybox caddy cassandra centos chronograf cirros clearlinux clefos clickhouse clojure composer consul convertigo couchbase couchdb crate ' +
  'crux dart debian docker drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx erlang express-gateway fedora flink ' +
  'fluentd friendica gazebo gcc geonetwork ghost glassfish golang gradle groovy haproxy haskell haxe hello-world hitch httpd hylang ibm-semeru-runtimes ' +
  'ibmjava influxdb irssi java jenkins jetty jobber joomla jruby julia kaazing-gateway kapacitor kibana known kong krakend lightstreamer ' +
  'liquibase logstash mageia mariadb matomo maven mediawiki memcached mongo mongo-express monica mono mysql nats nats-streaming neo4j ' +
  'neurodebian nextcloud nginx node notary nuxeo odoo open-liberty openjdk opensuse oraclelinux orientdb owncloud percona perl photon php ' +
  'php-zendserver phpmyadmin piwik plone postfixadmin postgres pypy python r-base rabbitmq rakudo-star rails rapidoid redis redmine registry rethinkdb ' +
  'rocket.chat rockylinux ros ruby rust sapmachine satosa scratch silverpeas sl solr sonarqube sourcemage spark spiped storm swift swipl ' +
  'telegraf thrift tomcat tomee traefik ubuntu ubuntu-debootstrap ubuntu-upstart unit valkey varnish vault websphere-liberty wordpress ' +
  'xwiki yourls znc zookeeper pause kong-gateway'

const official: ReadonlySet<string> = new Set(names.split(' '))

export const isOfficialImage = (name: string): boolean => official.has(name)
