import { isObject } from '../json/value.js'

/**
 * Whether `ocis.yaml` has a service account for any service: since oCIS 5, `ocis init` writes one for all of them.
 */
export function hasServiceAccount(document: unknown): boolean {
  if (!isObject(document)) return false
  return Object.values(document as Readonly<Record<string, unknown>>).some((service) => {
    const account = isObject(service)
      ? (service as Readonly<Record<string, unknown>>)['service_account']
      : undefined
    if (!isObject(account)) return false
    const { service_account_id: id, service_account_secret: secret } = account as Readonly<
      Record<string, unknown>
    >
    return isSet(id) && isSet(secret)
  })
}

const isSet = (value: unknown) => typeof value === 'string' && value !== ''
